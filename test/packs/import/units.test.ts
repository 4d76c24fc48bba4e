import { describe, expect, test } from "vitest";
import { loadColumnWords } from "../../../src/packs/import/column-words.ts";
import type { ForeignPackage } from "../../../src/packs/import/foreign-package.ts";
import { nameMeasure } from "../../../src/packs/import/name-measures.ts";

// What a column's numbers are in, over the ways in which published packages say it.

const loaded = loadColumnWords("data/english");
if (!loaded.ok) throw new Error("the language pack's column words do not load");
const { words } = loaded;

const found: ForeignPackage = {
  name: "made-up",
  title: "Made up",
  description: null,
  outlet: "Nobody",
  keywords: [],
  url: null,
  licence: null,
  version: null,
  published: null,
  tables: [],
  leftOut: [],
};

type Row = readonly [label: string, title: string | null, description: string | null, unit: string];

const unitOf = ([label, title, description]: Row): string => {
  const said = { label, title, description, unit: null, alone: false };
  const subject = { name: "Made up", names: [] };
  const { unit, scale } = nameMeasure(said, { subject, found, words, scale: undefined });
  return scale === undefined ? unit : `${scale} ${unit}`;
};

describe("counts", () => {
  test.each<Row>([
    [
      "boardings",
      "Passenger boardings",
      "Number of passenger boardings in the year (unlinked trips: a journey with one change counts as two).",
      "boardings",
    ],
    ["visits", "Visits", "Visits to the museum during the year, including school parties", "visits"],
    [
      "starts",
      "Housing starts (thousands)",
      "Dwelling units, of all types, on which construction began in the year, in thousands",
      "thousand starts",
    ],
    ["emp", "Employment (000s)", null, "thousand people"],
    ["emp", "Employment ('000)", null, "thousand people"],
    ["pop", "Population", "Usual residents on 30 June, in thousands", "thousand people"],
    ["pop", "Population (millions)", null, "million people"],
    ["pax", "Passengers, millions", null, "million passengers"],
    ["pax", "Passengers", "Terminal passengers, arriving and departing (thousand)", "thousand passengers"],
    [
      "tourists",
      "Tourist arrivals",
      "Arrivals of non-residents at the border (thousands of persons)",
      "thousand people",
    ],
    ["beds", "Hospital beds", "Beds available at midnight, averaged over the year", "beds"],
    ["births", "Live births", "Number of live births registered in the calendar year", "births"],
    ["fte", "Teachers", "Teachers in service in November, full-time equivalents", "full-time equivalents"],
    ["staff_fte", "Staff (FTE)", null, "full-time equivalents"],
    ["hh", "Households", "Private households (in thousands)", "thousand households"],
  ])("%s %j %j: %s", (...row) => expect(unitOf(row)).toBe(row[3]));
});

describe("money", () => {
  test.each<Row>([
    [
      "avg_rent_2br",
      "Average rent, two-bedroom apartment",
      "Average monthly rent of a two-bedroom apartment in purpose-built rental buildings, Canadian dollars",
      "cad",
    ],
    ["exp", "Expenditure (EUR million)", null, "million eur"],
    ["exp", "Expenditure, EUR million", null, "million eur"],
    ["exp", "Expenditure", "Outlays of the general government, millions of euros", "million eur"],
    ["exp", "Expenditure (€m)", null, "million eur"],
    ["exp", "Expenditure (£bn)", null, "billion gbp"],
    ["exp", "Expenditure (£ million)", null, "million gbp"],
    ["exp", "Expenditure (in £000)", null, "thousand gbp"],
    ["gdp", "GDP (constant 2015 US$)", null, "usd"],
    ["gdp", "GDP (current US$)", null, "usd"],
    [
      "gdp",
      "GDP",
      "Gross domestic product at market prices, in billions of current US dollars",
      "billion usd",
    ],
    ["wage", "Median hourly wage", "Median gross hourly earnings of employees, Australian dollars", "aud"],
    ["price", "Average house price", "Mean price of dwellings sold, NZ$", "nzd"],
    ["price", "House price (C$)", null, "cad"],
    ["salary", "Median salary", "Median annual salary in Swedish kronor", "sek"],
    ["salary", "Median salary (NOK)", null, "nok"],
    ["rev", "Revenue (USD thousands)", null, "thousand usd"],
    ["rev", "Revenue", "Total revenue. Amounts in millions of yen.", "million jpy"],
    ["rev_chf_mn", null, null, "million chf"],
    ["oil", "Oil price", "Brent, average of daily prices, US dollars per barrel", "usd per barrel"],
    ["fare", "Average fare", "Average fare paid per journey, in pounds sterling", "gbp"],
    ["fee", "Tuition fee (EUR per year)", null, "eur"],
    ["spend_pc", "Health spending per head", "Current spending on health per inhabitant, EUR", "eur"],
  ])("%s %j %j: %s", (...row) => expect(unitOf(row)).toBe(row[3]));
});

describe("rates and parts", () => {
  test.each<Row>([
    [
      "vacancy_rate",
      "Rental vacancy rate",
      "Share of purpose-built rental apartments that were vacant and available, percent",
      "percent",
    ],
    ["unemp", "Unemployment rate (%)", null, "percent"],
    ["unemp", "Unemployment rate", "Unemployed persons as a percentage of the labour force", "percent"],
    ["unemp", "Unemployment rate", "In per cent of the labour force, annual average", "percent"],
    ["infl", "Inflation (annual %)", null, "percent"],
    ["infl", "Inflation", "Change in the consumer price index over a year earlier, in percent", "percent"],
    ["debt", "Government debt (% of GDP)", null, "percent"],
    ["turnout", "Turnout", "Votes cast as % of those entitled to vote", "percent"],
    ["occ", "Bed occupancy", "Percentage of beds occupied", "percent"],
    ["imr", "Infant mortality rate (per 1,000 live births)", null, "per 1,000 live births"],
    ["rate", "Incidence rate per 100,000", null, "per 100,000"],
    [
      "asr",
      "Age-standardised rate",
      "Deaths per 100,000 population, standardised to the European standard population",
      "deaths per 100,000 population",
    ],
    ["suicide", "Suicide rate (per 100,000 inhabitants)", null, "per 100,000 inhabitants"],
    ["fert", "Total fertility rate", "Births per woman", "births per woman"],
    ["ptr", "Pupil-teacher ratio", "Pupils per teacher", "pupils per teacher"],
    ["share", "Share of renewables", "Renewable energy in gross final consumption, %", "percent"],
    [
      "gap",
      "Gender pay gap",
      "Difference between average earnings of men and women, as % of men's earnings",
      "percent",
    ],
    ["change", "Change on a year earlier (percentage points)", null, "percent"],
  ])("%s %j %j: %s", (...row) => expect(unitOf(row)).toBe(row[3]));
});

describe("what is measured", () => {
  test.each<Row>([
    ["ghg", "Greenhouse gas emissions (kt CO2e)", null, "kt CO2e"],
    ["ghg", "Greenhouse gas emissions", "Total emissions, Mt CO2 equivalent", "Mt CO2 equivalent"],
    ["ghg", "Emissions", "Emissions of carbon dioxide, in thousand tonnes", "thousand tonnes"],
    ["waste", "Municipal waste", "Waste collected, thousands of tonnes", "thousand tonnes"],
    ["waste", "Municipal waste (1,000 tonnes)", null, "thousand tonnes"],
    ["waste", "Municipal waste ('000 tonnes)", null, "thousand tonnes"],
    ["waste_pc", "Municipal waste per person", "Waste collected per person, kg", "kg"],
    ["temp", "Mean temperature (°C)", null, "degrees Celsius"],
    ["temp", "Mean temperature", "Mean of daily mean temperatures, in degrees Celsius", "degrees Celsius"],
    ["rain", "Rainfall (mm)", null, "mm"],
    ["pm25", "PM2.5", "Annual mean concentration of fine particles, µg/m³", "µg/m³"],
    ["pm25", "PM2.5 (µg/m3)", null, "µg/m3"],
    ["hours", "Hours worked", "Average usual hours per week in the main job", "hours per week"],
    ["hours", "Working time (hours per week)", null, "hours per week"],
    ["wait", "Median wait", "Median waiting time from referral to treatment, weeks", "weeks"],
    ["stay", "Average length of stay (days)", null, "days"],
    ["le", "Life expectancy", "Life expectancy at birth, years", "years"],
    ["cpi", "Consumer price index", "Consumer price index, 2015=100", "index points"],
    ["cpi", "Consumer prices (index, 2015 = 100)", null, "index points"],
    ["hpi", "House price index", "Index 2010 = 100, seasonally adjusted", "index points"],
    ["elec", "Electricity generation (GWh)", null, "GWh"],
    ["elec", "Electricity generation", "Gross generation of all plants, gigawatt-hours", "GWh"],
    ["oil", "Oil production", "Crude oil, thousand barrels per day", "thousand barrels per day"],
    ["yield", "Wheat yield", "Tonnes per hectare", "tonnes per hectare"],
    ["area", "Forest area (1000 ha)", null, "thousand hectares"],
    ["area", "Area burnt", "Area burnt by wildfires in the year. Unit: hectares.", "hectares"],
    ["len", "Length of motorways", "Length at the end of the year, in km", "km"],
    [
      "milk",
      "Milk deliveries",
      "Cow's milk delivered to dairies; measured in thousands of litres",
      "thousand litres",
    ],
    ["speed", "Average speed", "Average speed on urban roads at peak, km/h", "km/h"],
    ["energy", "Energy use", "Primary energy supply, expressed in ktoe", "ktoe"],
  ])("%s %j %j: %s", (...row) => expect(unitOf(row)).toBe(row[3]));
});
