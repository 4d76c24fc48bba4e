/** Real things that the held articles give no figures for: each makes a question that must not get the old figure. */

export const AGENCIES = [
  "FBI",
  "CBP",
  "DEA",
  "ATF",
  "TSA",
  "IRS",
  "USCIS",
  "Border Patrol",
  "Coast Guard",
  "Secret Service",
  "US Marshals",
  "NYPD",
  "LAPD",
  "Chicago police",
  "Texas Rangers",
  "RCMP",
  "Scotland Yard",
  "Europol",
  "Frontex",
  "Interpol",
  "Metropolitan Police",
  "Home Office",
] as const;

export const NATIONALITIES = [
  "Hondurans",
  "Guatemalans",
  "Venezuelans",
  "Cubans",
  "Haitians",
  "Chinese nationals",
  "Indians",
  "Ukrainians",
  "Brazilians",
  "Canadians",
  "Nigerians",
  "Turks",
] as const;

export const POPULATIONS = [
  "veterans",
  "nurses",
  "tourists",
  "dogs",
  "students",
  "farmworkers",
  "teachers",
  "doctors",
  "pensioners",
  "truck drivers",
  "US citizens",
  "green card holders",
] as const;

export const PLACES = [
  "in Texas",
  "in California",
  "in Florida",
  "in Ohio",
  "in New Jersey",
  "in Chicago",
  "in Los Angeles",
  "in Denver",
  "in Puerto Rico",
  "in Canada",
  "in Germany",
  "in the UK",
  "in Australia",
] as const;

export const ADJECTIVES = [
  "female",
  "male",
  "elderly",
  "teenage",
  "pregnant",
  "Cuban",
  "Chinese",
  "disabled",
  "Muslim",
] as const;

/** Of people. */
export const QUALIFIERS = [
  "under 18",
  "aged over 65",
  "by helicopter",
  "excluding Mexicans",
  "per capita",
  "with cancer",
  "on weekends",
  "without a lawyer",
  "born in Cuba",
  "for shoplifting",
  "with college degrees",
  "who speak French",
] as const;

export const PERSONS = {
  biden: ["Obama", "Clinton", "Bush", "Reagan"],
  homan: ["Mayorkas", "Garland", "Rubio"],
  graham: ["Ted Cruz", "Chuck Schumer", "Marco Rubio"],
  vance: ["Mike Pence", "Kamala Harris", "Dick Cheney"],
} as const;

export const SECTORS = ["El Paso", "Tucson", "Rio Grande Valley", "Laredo", "Miami"] as const;

/** Fiscal or calendar years that could be asked about; those that are held are dropped before they are used. */
export const YEARS = [
  1994, 1998, 2003, 2007, 2009, 2010, 2011, 2013, 2016, 2018, 2021, 2022, 2025, 2026, 2027,
] as const;

export const MONTHS = ["January", "March", "May", "July", "September", "November"] as const;
