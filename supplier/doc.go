// Package supplier holds the supply network of a company: who supplies what to
// whom, where each stands, and what is known of the people who work there.
//
//	network, _, err := supplier.Compile(ctx, slices.Values(suppliers), slices.Values(relationships), supplier.NetworkOptions{})
//	if err != nil {
//		return err // which supplier or relationship cannot be, and why
//	}
//	tiers, _ := network.Tiers(mine) // a range: a mine can stand at several
//	way := network.Path(mine)       // the shortest from it to the company
//
// # From a file to a list of whom to look at next
//
// [ReadSuppliers], [ReadRelationships], [ReadFacilities], [ReadSmelters] and
// [ReadGoods] read what companies and registers exchange. Every row is accounted
// for in a [ReadSummary]; IDs are derived from outside keys, so that reading
// twice changes nothing. [FindDuplicates] proposes which suppliers may be one.
//
// [Compile] makes a [Network] of suppliers and relationships: tiers as a range,
// paths, cycles, control points, and what lies behind whom. A [Screener] says
// by tables of indicators how likely harm to each right is; [Network.Gravest]
// finds the gravest risk behind each supplier; [Prioritize] puts suppliers in
// order, with the reason for each place.
//
// # Audits
//
// An [Audit] has findings, a [Scheme] says by when each is to be corrected, and
// a [CorrectiveAction] records what was done about it as events that are only
// added. The severity of a finding is a word of the scheme about conformity. It
// is no level of severity of the Guiding Principles, and a good grade, a
// certificate or taking part in a programme never makes a harm less severe.
//
// # Unknown
//
// What nobody has stated is unknown, and stays so: a [Share] or count that is
// not stated is not none, a right that no indicator speaks of is not at low
// risk, and a due date that nothing gives is not kept.
//
// # What it does not do
//
// The package merges no suppliers, ends no relationship and grades no site by
// itself: it proposes, with the reasons. It brings no indicators of countries,
// sectors or goods; the host gives them with their source and licence. Where a
// supplier stands says nothing of how the company is involved in a harm there;
// that is for [github.com/hrdd-go/hrdd/risk.Classify].
package supplier

//go:generate go run ../internal/enumgen
