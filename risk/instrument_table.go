package risk

// instrumentRow is one instrument of the catalogue. articles holds the articles
// most used in human rights due diligence with commas between them.
type instrumentRow struct {
	id       InstrumentID
	en, fr   string
	year     int
	last     int // the last article, 0 if there is none or it is not known
	minimum  bool
	labour   LabourPrinciple
	articles string
}

// instrumentRows are the instruments that the catalogue cites. The fundamental
// conventions of the ILO are the ten, and one protocol, of the decision of June
// 2022 (International Labour Conference, 110th session).
var instrumentRows = [...]instrumentRow{
	{id: "UDHR", en: "Universal Declaration of Human Rights", fr: "Déclaration universelle des droits de l'homme",
		year: 1948, last: 30, minimum: true},
	{id: "ICCPR", en: "International Covenant on Civil and Political Rights",
		fr: "Pacte international relatif aux droits civils et politiques", year: 1966, last: 53, minimum: true},
	{id: "ICESCR", en: "International Covenant on Economic, Social and Cultural Rights",
		fr: "Pacte international relatif aux droits économiques, sociaux et culturels", year: 1966, last: 31, minimum: true},

	{id: "ILO:C29", en: "Forced Labour Convention", fr: "Convention sur le travail forcé",
		year: 1930, last: 33, minimum: true, labour: LabourForcedLabour, articles: "2(1), 2(2)"},
	{id: "ILO:P29", en: "Protocol of 2014 to the Forced Labour Convention, 1930",
		fr:   "Protocole de 2014 relatif à la convention sur le travail forcé, 1930",
		year: 2014, last: 12, minimum: true, labour: LabourForcedLabour, articles: "1, 2, 3, 4"},
	{id: "ILO:C87", en: "Freedom of Association and Protection of the Right to Organise Convention",
		fr:   "Convention sur la liberté syndicale et la protection du droit syndical",
		year: 1948, last: 21, minimum: true, labour: LabourAssociation, articles: "2, 3, 5, 8(2), 10, 11"},
	{id: "ILO:C98", en: "Right to Organise and Collective Bargaining Convention",
		fr:   "Convention sur le droit d'organisation et de négociation collective",
		year: 1949, last: 16, minimum: true, labour: LabourAssociation, articles: "1, 2, 4"},
	{id: "ILO:C100", en: "Equal Remuneration Convention", fr: "Convention sur l'égalité de rémunération",
		year: 1951, last: 14, minimum: true, labour: LabourDiscrimination},
	{id: "ILO:C105", en: "Abolition of Forced Labour Convention", fr: "Convention sur l'abolition du travail forcé",
		year: 1957, last: 10, minimum: true, labour: LabourForcedLabour, articles: "1"},
	{id: "ILO:C111", en: "Discrimination (Employment and Occupation) Convention",
		fr:   "Convention concernant la discrimination (emploi et profession)",
		year: 1958, last: 14, minimum: true, labour: LabourDiscrimination, articles: "1(1)(a)"},
	{id: "ILO:C138", en: "Minimum Age Convention", fr: "Convention sur l'âge minimum",
		year: 1973, last: 18, minimum: true, labour: LabourChildLabour, articles: "2(3), 2(4), 3, 7"},
	{id: "ILO:C155", en: "Occupational Safety and Health Convention",
		fr:   "Convention sur la sécurité et la santé des travailleurs",
		year: 1981, last: 30, minimum: true, labour: LabourSafeWork, articles: "4, 13, 16, 17, 18, 19"},
	{id: "ILO:C182", en: "Worst Forms of Child Labour Convention", fr: "Convention sur les pires formes de travail des enfants",
		year: 1999, last: 16, minimum: true, labour: LabourChildLabour, articles: "2, 3"},
	{id: "ILO:C187", en: "Promotional Framework for Occupational Safety and Health Convention",
		fr:   "Convention sur le cadre promotionnel pour la sécurité et la santé au travail",
		year: 2006, last: 14, minimum: true, labour: LabourSafeWork, articles: "2, 3, 4, 5"},

	{id: "ICERD", en: "International Convention on the Elimination of All Forms of Racial Discrimination",
		fr:   "Convention internationale sur l'élimination de toutes les formes de discrimination raciale",
		year: 1965, last: 25, articles: "1, 2, 5(d), 5(e), 5(f), 6"},
	{id: "CEDAW", en: "Convention on the Elimination of All Forms of Discrimination against Women",
		fr:   "Convention sur l'élimination de toutes les formes de discrimination à l'égard des femmes",
		year: 1979, last: 30, articles: "1, 2, 5, 6, 10, 11, 12, 13, 14, 15, 16"},
	{id: "CRC", en: "Convention on the Rights of the Child", fr: "Convention relative aux droits de l'enfant",
		year: 1989, last: 54, articles: "2, 3, 6, 12, 16, 17, 19, 23, 24, 27, 28, 29, 30, 31, 32, 34, 35, 36, 38, 39"},
	{id: "ICRMW", en: "International Convention on the Protection of the Rights of All Migrant Workers and Members of Their Families",
		fr:   "Convention internationale sur la protection des droits de tous les travailleurs migrants et des membres de leur famille",
		year: 1990, last: 93,
		articles: "7, 10, 11, 14, 16, 21, 22, 25, 26, 27, 28, 30, 32, 33, 39, 40, 43, 45, 47, 51, 52, 53, 54, 55, 68"},
	{id: "CRPD", en: "Convention on the Rights of Persons with Disabilities",
		fr:   "Convention relative aux droits des personnes handicapées",
		year: 2006, last: 50, articles: "5, 6, 7, 9, 12, 13, 14, 16, 19, 21, 22, 24, 25, 27, 28, 29"},
	{id: "UNDRIP", en: "United Nations Declaration on the Rights of Indigenous Peoples",
		fr:   "Déclaration des Nations Unies sur les droits des peuples autochtones",
		year: 2007, last: 46, articles: "3, 8, 10, 11, 17, 18, 19, 20, 24, 25, 26, 28, 29, 31, 32"},
	{id: "ILO:C169", en: "Indigenous and Tribal Peoples Convention", fr: "Convention relative aux peuples indigènes et tribaux",
		year: 1989, last: 44, articles: "6, 7, 14, 15, 16"},
	{id: "UNDROP", en: "United Nations Declaration on the Rights of Peasants and Other People Working in Rural Areas",
		fr:   "Déclaration des Nations Unies sur les droits des paysans et des autres personnes travaillant dans les zones rurales",
		year: 2018, last: 28, articles: "5, 13, 14, 16, 17, 19"},
	{id: "HRD-DECLARATION", en: "Declaration on Human Rights Defenders (General Assembly resolution 53/144)",
		fr:   "Déclaration sur les défenseurs des droits de l'homme (résolution 53/144 de l'Assemblée générale)",
		year: 1998, last: 20, articles: "1, 5, 6, 9, 12"},
	{id: "GENEVA", en: "Geneva Conventions of 12 August 1949 and their Additional Protocols",
		fr: "Conventions de Genève du 12 août 1949 et leurs Protocoles additionnels", year: 1949},

	{id: "REFUGEES", en: "Convention relating to the Status of Refugees", fr: "Convention relative au statut des réfugiés",
		year: 1951, last: 46},
	{id: "STATELESS", en: "Convention relating to the Status of Stateless Persons",
		fr: "Convention relative au statut des apatrides", year: 1954, last: 42},
	{id: "MINORITIES", en: "Declaration on the Rights of Persons Belonging to National or Ethnic, Religious and Linguistic Minorities",
		fr:   "Déclaration des droits des personnes appartenant à des minorités nationales ou ethniques, religieuses et linguistiques",
		year: 1992, last: 9},
	{id: "ILO:C177", en: "Home Work Convention", fr: "Convention sur le travail à domicile", year: 1996},
	{id: "ILO:C183", en: "Maternity Protection Convention", fr: "Convention sur la protection de la maternité", year: 2000},
	{id: "ILO:C188", en: "Work in Fishing Convention", fr: "Convention sur le travail dans la pêche", year: 2007},
	{id: "ILO:C189", en: "Domestic Workers Convention", fr: "Convention sur les travailleuses et travailleurs domestiques", year: 2011},
	{id: "ILO:MLC", en: "Maritime Labour Convention", fr: "Convention du travail maritime", year: 2006},
	{id: "ILO:C1", en: "Hours of Work (Industry) Convention", fr: "Convention sur la durée du travail (industrie)", year: 1919},
	{id: "ILO:C30", en: "Hours of Work (Commerce and Offices) Convention",
		fr: "Convention sur la durée du travail (commerce et bureaux)", year: 1930},

	{id: "CESCR:GC15", en: "General Comment No. 15: the right to water",
		fr: "Observation générale n° 15 : le droit à l'eau", year: 2002},
	{id: "UNGA:64/292", en: "General Assembly resolution 64/292: the human right to water and sanitation",
		fr: "Résolution 64/292 de l'Assemblée générale : le droit fondamental à l'eau et à l'assainissement", year: 2010},
	{id: "HRC:48/13", en: "Human Rights Council resolution 48/13: the human right to a clean, healthy and sustainable environment",
		fr:   "Résolution 48/13 du Conseil des droits de l'homme : le droit à un environnement propre, sain et durable",
		year: 2021},
	{id: "UNGA:76/300", en: "General Assembly resolution 76/300: the human right to a clean, healthy and sustainable environment",
		fr:   "Résolution 76/300 de l'Assemblée générale : le droit à un environnement propre, sain et durable",
		year: 2022},
}
