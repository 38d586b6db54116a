package risk

// groupRow is one group of rightsholders. instruments holds citations with
// commas between them.
type groupRow struct {
	id          GroupID
	en, fr      string
	instruments string
}

// groupRows are the groups of rightsholders whose situation due diligence
// usually asks about. The instruments are those of UNGP 12, commentary, and
// those made for the group.
var groupRows = [...]groupRow{
	{"own-employees", "Own employees", "Salariés de l'entreprise", ""},
	{"temporary-agency-workers", "Temporary agency workers", "Travailleurs intérimaires", ""},
	{"contract-workers", "Contract workers", "Travailleurs de sous-traitants", ""},
	{"seasonal-workers", "Seasonal workers", "Travailleurs saisonniers", ""},
	{"informal-workers", "Informal workers", "Travailleurs informels", ""},
	{"home-workers", "Home workers", "Travailleurs à domicile", "ILO:C177"},
	{"migrant-workers-internal", "Internal migrant workers", "Travailleurs migrants internes", ""},
	{"migrant-workers-international", "International migrant workers", "Travailleurs migrants internationaux", "ICRMW"},
	{"refugees-asylum-seekers", "Refugees and asylum seekers", "Réfugiés et demandeurs d'asile", "REFUGEES"},
	{"stateless", "Stateless persons", "Apatrides", "STATELESS"},
	{"women", "Women", "Femmes", "CEDAW, ILO:C100"},
	{"pregnant-or-nursing", "Pregnant or nursing women", "Femmes enceintes ou allaitantes", "CEDAW:11(2), ILO:C183"},
	{"children", "Children (under 18)", "Enfants (moins de 18 ans)", "CRC, ILO:C138, ILO:C182"},
	{"young-workers-15-17", "Young workers (15 to 17)", "Jeunes travailleurs (15 à 17 ans)", "CRC:32, ILO:C138, ILO:C182"},
	{"older-persons", "Older persons", "Personnes âgées", ""},
	{"persons-with-disabilities", "Persons with disabilities", "Personnes handicapées", "CRPD"},
	{"lgbtiq", "LGBTIQ+ people", "Personnes LGBTIQ+", ""},
	{"racial-ethnic-minorities", "Racial and ethnic minorities", "Minorités raciales et ethniques", "ICERD, ICCPR:27, MINORITIES"},
	{"religious-minorities", "Religious minorities", "Minorités religieuses", "ICCPR:27, MINORITIES"},
	{"linguistic-minorities", "Linguistic minorities", "Minorités linguistiques", "ICCPR:27, MINORITIES"},
	{"caste-descent-groups", "Groups discriminated by caste or descent", "Groupes discriminés en raison de la caste ou de l'ascendance", "ICERD:1"},
	{"indigenous-peoples", "Indigenous peoples", "Peuples autochtones", "UNDRIP, ILO:C169"},
	{"local-communities", "Local communities", "Communautés locales", ""},
	{"smallholders-peasants", "Smallholders and peasants", "Petits exploitants et paysans", "UNDROP"},
	{"artisanal-miners", "Artisanal miners", "Travailleurs des mines artisanales", ""},
	{"land-users-without-title", "Land users without title", "Usagers de terres sans titre", "UNDROP:17"},
	{"human-rights-defenders", "Human rights defenders", "Défenseurs des droits humains", "HRD-DECLARATION"},
	{"trade-unionists", "Trade unionists", "Syndicalistes", "ILO:C87, ILO:C98"},
	{"journalists", "Journalists", "Journalistes", ""},
	{"whistleblowers", "Whistleblowers", "Lanceurs d'alerte", ""},
	{"consumers-end-users", "Consumers and end users", "Consommateurs et utilisateurs finals", ""},
	{"platform-users", "Platform users", "Utilisateurs de plateformes", ""},
	{"prisoners-detained", "Prisoners and detained persons", "Prisonniers et personnes détenues", "ICCPR:10"},
	{"conflict-affected", "People affected by armed conflict", "Personnes touchées par un conflit armé", "GENEVA"},
	{"low-literacy", "People with low literacy", "Personnes peu alphabétisées", ""},
	{"persons-in-debt", "Persons in debt", "Personnes endettées", "ICCPR:11"},
	{"seafarers-fishers", "Seafarers and fishers", "Gens de mer et pêcheurs", "ILO:MLC, ILO:C188"},
	{"domestic-workers", "Domestic workers", "Travailleurs domestiques", "ILO:C189"},
	{"supply-chain-workers-tier-n", "Workers further up the supply chain", "Travailleurs en amont de la chaîne d'approvisionnement", ""},
}
