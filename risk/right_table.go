package risk

// rightRow is one right of the catalogue. The columns hold article numbers with
// commas between them; a letter before a number says how the provision bears
// on the right, see bearingMarks. The column other holds whole citations.
type rightRow struct {
	id                       RightID
	en, fr                   string
	udhr, iccpr, icescr, ilo string
	other                    string
	extension                bool
}

// bearingMarks are the letters that stand before an article in a rightRow. An
// article without one proclaims the right, in the column other it specifies
// it.
var bearingMarks = [...]struct {
	mark    byte
	bearing Bearing
}{
	{'=', Proclaims}, {'~', ProclaimsPart}, {'<', Implies}, {'?', Relates}, {'+', Specifies},
}

// rightRows are the rights of the International Bill of Human Rights and of the
// fundamental conventions of the ILO, in the order of the Covenants, and two
// extensions. The column other lists where an instrument for one group states
// the right again.
var rightRows = [...]rightRow{
	{id: "self-determination", en: "Right of self-determination", fr: "Droit à l'autodétermination",
		iccpr: "1", icescr: "1", other: "UNDRIP:3"},
	{id: "non-discrimination", en: "Non-discrimination and equality", fr: "Non-discrimination et égalité",
		udhr: "1, 2, 7", iccpr: "2(1), 3, 26", icescr: "2(2), 3", ilo: "C100, C111",
		other: "ICERD:1, ICERD:2, CEDAW:1, CEDAW:2, CEDAW:15, CRC:2, ICRMW:7, CRPD:5"},
	{id: "life", en: "Right to life", fr: "Droit à la vie",
		udhr: "3", iccpr: "6", other: "CRC:6"},
	{id: "torture", en: "Freedom from torture and cruel, inhuman or degrading treatment",
		fr:   "Interdiction de la torture et des traitements cruels, inhumains ou dégradants",
		udhr: "5", iccpr: "7", other: "ICRMW:10"},
	{id: "slavery", en: "Freedom from slavery and servitude", fr: "Interdiction de l'esclavage et de la servitude",
		udhr: "4", iccpr: "8(1), 8(2)", other: "ICRMW:11(1)"},
	{id: "forced-labour", en: "Freedom from forced or compulsory labour", fr: "Interdiction du travail forcé ou obligatoire",
		udhr: "4", iccpr: "8(3)", ilo: "C29, P29, C105", other: "ICRMW:11(2)"},
	{id: "liberty-security", en: "Liberty and security of person", fr: "Liberté et sécurité de la personne",
		udhr: "3, 9", iccpr: "9", other: "ICRMW:16, CRPD:14"},
	{id: "humane-detention", en: "Humane treatment of persons deprived of liberty",
		fr: "Traitement humain des personnes privées de liberté", iccpr: "10"},
	{id: "no-debt-prison", en: "No imprisonment for inability to fulfil a contract",
		fr: "Interdiction de l'emprisonnement pour dette contractuelle", iccpr: "11"},
	{id: "movement", en: "Freedom of movement and residence", fr: "Liberté de circulation et de résidence",
		udhr: "13", iccpr: "12", other: "ICRMW:39"},
	{id: "asylum", en: "Right to seek asylum", fr: "Droit d'asile", udhr: "14"},
	{id: "aliens-expulsion", en: "Procedural rights of aliens facing expulsion",
		fr: "Garanties des étrangers en cas d'expulsion", iccpr: "13", other: "ICRMW:22"},
	{id: "fair-trial", en: "Fair trial, presumption of innocence", fr: "Procès équitable, présomption d'innocence",
		udhr: "10, 11(1)", iccpr: "14", other: "CRPD:13"},
	{id: "no-retroactivity", en: "No retroactive criminal law", fr: "Non-rétroactivité de la loi pénale",
		udhr: "11(2)", iccpr: "15"},
	{id: "legal-personality", en: "Recognition as a person before the law",
		fr: "Reconnaissance de la personnalité juridique", udhr: "6", iccpr: "16", other: "CRPD:12"},
	{id: "effective-remedy", en: "Effective remedy", fr: "Recours effectif",
		udhr: "8", iccpr: "2(3)", other: "ICERD:6, UNDRIP:28"},
	{id: "privacy", en: "Privacy, family, home, correspondence, honour",
		fr:   "Vie privée, famille, domicile, correspondance, honneur",
		udhr: "12", iccpr: "17", other: "CRC:16, ICRMW:14, CRPD:22"},
	{id: "thought-religion", en: "Thought, conscience and religion",
		fr: "Liberté de pensée, de conscience et de religion", udhr: "18", iccpr: "18"},
	{id: "opinion-expression", en: "Opinion, expression, information",
		fr:   "Liberté d'opinion, d'expression et d'information",
		udhr: "19", iccpr: "19", other: "CRC:17, CRPD:21"},
	{id: "no-incitement", en: "Freedom from war propaganda and incitement to hatred",
		fr: "Interdiction de la propagande de guerre et de l'incitation à la haine", udhr: "~7", iccpr: "20"},
	{id: "assembly", en: "Peaceful assembly", fr: "Réunion pacifique",
		udhr: "20(1)", iccpr: "21", other: "HRD-DECLARATION:5"},
	{id: "association", en: "Freedom of association", fr: "Liberté d'association",
		udhr: "20", iccpr: "22", other: "HRD-DECLARATION:5"},
	{id: "trade-union", en: "Form and join trade unions; strike", fr: "Droit syndical et droit de grève",
		udhr: "23(4)", iccpr: "22", icescr: "8", ilo: "C87", other: "ICERD:5(e)(ii), ICRMW:26, ICRMW:40"},
	{id: "collective-bargaining", en: "Collective bargaining", fr: "Négociation collective",
		udhr: "23(4)", iccpr: "22", icescr: "8", ilo: "C98:4"},
	{id: "family-marriage", en: "Family and marriage", fr: "Famille et mariage",
		udhr: "16", iccpr: "23", icescr: "10(1)", other: "CEDAW:16"},
	{id: "maternity", en: "Maternity protection", fr: "Protection de la maternité",
		udhr: "25(2)", icescr: "10(2)", ilo: "?C183", other: "CEDAW:11(2)"},
	{id: "child-protection", en: "Protection of the child", fr: "Protection de l'enfant",
		udhr: "25(2)", iccpr: "24", icescr: "10(3)", ilo: "C138, C182",
		other: "CRC:3, CRC:19, CRC:34, CRC:35, CRC:36, CRC:38, CRC:39"},
	{id: "child-labour", en: "Freedom from child labour", fr: "Interdiction du travail des enfants",
		udhr: "25(2)", iccpr: "24", icescr: "10(3)", ilo: "C138, C182", other: "CRC:32"},
	{id: "nationality", en: "Nationality", fr: "Nationalité", udhr: "15", iccpr: "24(3)"},
	{id: "public-participation", en: "Political participation, public affairs", fr: "Participation à la vie publique",
		udhr: "21", iccpr: "25", other: "CRPD:29, UNDRIP:18"},
	{id: "minority-culture", en: "Rights of minorities", fr: "Droits des minorités", iccpr: "27", other: "CRC:30"},
	{id: "property", en: "Property", fr: "Propriété", udhr: "17"},
	{id: "work", en: "Right to work, free choice", fr: "Droit au travail, libre choix du travail",
		udhr: "23(1)", icescr: "6", other: "ICERD:5(e)(i), CEDAW:11, CRPD:27, ICRMW:51, ICRMW:52, ICRMW:53, ICRMW:54, ICRMW:55"},
	{id: "just-conditions", en: "Just and favourable conditions of work",
		fr:   "Conditions de travail justes et favorables",
		udhr: "23(1), 23(3)", icescr: "7", other: "ICRMW:25, UNDRIP:17"},
	{id: "fair-wage", en: "Fair remuneration / living wage", fr: "Rémunération équitable / salaire décent",
		udhr: "23(3)", icescr: "7(a)(i), 7(a)(ii)", other: "ICRMW:32, ICRMW:47"},
	{id: "equal-pay", en: "Equal pay for equal work / work of equal value", fr: "Égalité de rémunération",
		udhr: "23(2)", icescr: "7(a)(i)", ilo: "C100", other: "CEDAW:11(1)(d)"},
	{id: "safe-work", en: "Safe and healthy working conditions", fr: "Sécurité et santé au travail",
		udhr: "~23(1)", icescr: "7(b), 12(2)(b), 12(2)(c)", ilo: "C155, C187"},
	{id: "equal-promotion", en: "Equal opportunity for promotion", fr: "Égalité de chances dans l'avancement",
		icescr: "7(c)", ilo: "C111"},
	{id: "rest-leisure", en: "Rest, leisure, limited hours, paid holidays",
		fr:   "Repos, loisirs, durée raisonnable du travail, congés payés",
		udhr: "24", icescr: "7(d)", ilo: "?C1, ?C30", other: "CRC:31"},
	{id: "social-security", en: "Social security", fr: "Sécurité sociale",
		udhr: "22, 25(1)", icescr: "9", other: "ICRMW:27"},
	{id: "standard-of-living", en: "Adequate standard of living", fr: "Niveau de vie suffisant",
		udhr: "25(1)", icescr: "11(1)", other: "CRC:27, CRPD:28"},
	{id: "food", en: "Food, freedom from hunger", fr: "Alimentation, droit d'être à l'abri de la faim",
		udhr: "25(1)", icescr: "11(1), 11(2)"},
	{id: "housing", en: "Adequate housing, no forced eviction", fr: "Logement convenable, protection contre l'expulsion forcée",
		udhr: "25(1)", iccpr: "17", icescr: "11(1)", other: "ICERD:5(e)(iii)"},
	{id: "clothing", en: "Clothing", fr: "Vêtement", udhr: "25(1)", icescr: "11(1)"},
	{id: "water-sanitation", en: "Water and sanitation", fr: "Eau et assainissement",
		udhr: "<25(1)", icescr: "<11, <12", other: "=CESCR:GC15, =UNGA:64/292"},
	{id: "health", en: "Highest attainable standard of health", fr: "Meilleur état de santé possible",
		udhr: "25(1)", icescr: "12", other: "ICERD:5(e)(iv), CEDAW:12, CRC:24, ICRMW:28, CRPD:25, UNDRIP:24"},
	{id: "education", en: "Education", fr: "Éducation",
		udhr: "26", icescr: "13, 14",
		other: "ICERD:5(e)(v), CEDAW:10, CRC:28, CRC:29, ICRMW:30, CRPD:24"},
	{id: "culture", en: "Take part in cultural life", fr: "Participation à la vie culturelle",
		udhr: "27(1)", iccpr: "27", icescr: "15(1)(a)", other: "ICERD:5(e)(vi), UNDRIP:8, UNDRIP:11, UNDRIP:31"},
	{id: "science", en: "Benefits of scientific progress", fr: "Bienfaits du progrès scientifique",
		udhr: "27(1)", icescr: "15(1)(b)"},
	{id: "author-rights", en: "Moral and material interests of authors", fr: "Intérêts moraux et matériels des auteurs",
		udhr: "27(2)", icescr: "15(1)(c)"},
	{id: "social-order", en: "Social and international order", fr: "Ordre social et international", udhr: "28"},

	{id: "clean-environment", en: "Clean, healthy and sustainable environment", fr: "Environnement propre, sain et durable",
		icescr: "?12(2)(b)", other: "=HRC:48/13, =UNGA:76/300", extension: true},
	{id: "land-resources", en: "Land, territories, resources", fr: "Terres, territoires et ressources",
		udhr: "<17", iccpr: "<1, <27", icescr: "<1, <11", ilo: "+C169:13, +C169:14, +C169:15, +C169:16, +C169:17, +C169:18, +C169:19",
		other: "UNDRIP:26, UNDROP:17", extension: true},
}
