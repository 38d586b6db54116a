package risk

// leverageOptions says which kind of leverage raises which factor. The kinds
// are Shift's; which factor each raises is this library's reading.
var leverageOptions = [...]struct {
	factor LeverageFactor
	kind   LeverageKind
	reason string
}{
	{FactorControl, LeverageBroaderBusiness, "option-control"},
	{FactorContract, LeverageCommercial, "option-contract"},
	{FactorBusiness, LeverageCommercial, "option-business"},
	{FactorBusiness, LeverageWithPartners, "option-business-together"},
	{FactorIncentives, LeverageBroaderBusiness, "option-incentives"},
	{FactorReputation, LeverageBilateral, "option-reputation"},
	{FactorPeers, LeverageWithPartners, "option-peers"},
	{FactorPeers, LeverageMultiStakeholder, "option-peers-multi-stakeholder"},
}

var leverageReasons = [...]reasonRow{
	{"leverage-by-control", "The company has direct control over the entity, to a {0} degree.",
		[]Citation{{"UNGP", "19 commentary"}, {"OHCHR-IG-2012", ""}}},
	{"leverage-short-control", "The company's direct control over the entity does not suffice; its degree is {0}.",
		[]Citation{{"UNGP", "19 commentary"}, {"OHCHR-IG-2012", ""}}},
	{"leverage-by-contract", "The contract lets the company ask for change, to a {0} degree.",
		[]Citation{{"UNGP", "19 commentary"}, {"OHCHR-IG-2012", ""}}},
	{"leverage-short-contract", "What the contract lets the company ask for does not suffice; its degree is {0}.",
		[]Citation{{"UNGP", "19 commentary"}, {"OHCHR-IG-2012", ""}}},
	{"leverage-by-business", "The company weighs in the entity's business, to a {0} degree.",
		[]Citation{{"UNGP", "19 commentary"}, {"OHCHR-IG-2012", ""}}},
	{"leverage-short-business", "The company's weight in the entity's business does not suffice; its degree is {0}.",
		[]Citation{{"UNGP", "19 commentary"}, {"OHCHR-IG-2012", ""}}},
	{"leverage-by-incentives", "The company can offer incentives to change, to a {0} degree.",
		[]Citation{{"UNGP", "19 commentary"}, {"OHCHR-IG-2012", ""}}},
	{"leverage-short-incentives", "The incentives that the company can offer do not suffice; their degree is {0}.",
		[]Citation{{"UNGP", "19 commentary"}, {"OHCHR-IG-2012", ""}}},
	{"leverage-by-reputation", "Whether the company stays or leaves counts for the entity's name, to a {0} degree.",
		[]Citation{{"UNGP", "19 commentary"}, {"OHCHR-IG-2012", ""}}},
	{"leverage-short-reputation", "What the company's staying or leaving does to the entity's name does not suffice; its degree is {0}.",
		[]Citation{{"UNGP", "19 commentary"}, {"OHCHR-IG-2012", ""}}},
	{"leverage-by-peers", "The company can engage others who move the entity, to a {0} degree.",
		[]Citation{{"UNGP", "19 commentary"}, {"OHCHR-IG-2012", ""}}},
	{"leverage-short-peers", "The others whom the company can engage do not suffice; the degree is {0}.",
		[]Citation{{"UNGP", "19 commentary"}, {"OHCHR-IG-2012", ""}}},
	{"leverage-not-judged", "Whether the company has leverage is open, for nobody has judged these: {or}.",
		[]Citation{{"UNGP", "19 commentary"}}},
	{"option-control", "Offer training, advice or shared staff that bring the company closer to how the work is done.",
		[]Citation{{"SHIFT-LEVERAGE", ""}}},
	{"option-contract", "Write expectations, audit rights and consequences into the contract when it is made or renewed.",
		[]Citation{{"SHIFT-LEVERAGE", ""}}},
	{"option-business", "Bundle orders with fewer suppliers or commit for longer, in exchange for change.",
		[]Citation{{"SHIFT-LEVERAGE", ""}}},
	{"option-business-together", "Join with other buyers of the same supplier, whose shares add up.",
		[]Citation{{"SHIFT-LEVERAGE", ""}}},
	{"option-incentives", "Offer future business, better terms or help with capacity for those who change.",
		[]Citation{{"SHIFT-LEVERAGE", ""}}},
	{"option-reputation", "Work with one actor whose word counts for the entity: a government, a union, an organisation.",
		[]Citation{{"SHIFT-LEVERAGE", ""}}},
	{"option-peers", "Engage other companies in the sector with the same expectations.",
		[]Citation{{"SHIFT-LEVERAGE", ""}}},
	{"option-peers-multi-stakeholder", "Join or found an initiative with unions, civil society and government.",
		[]Citation{{"SHIFT-LEVERAGE", ""}}},
}
