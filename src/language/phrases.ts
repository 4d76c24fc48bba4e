import { type PhraseBook, phraseBook } from "./phrase-book.ts";
import { mapInTurns, type Turns } from "./turns.ts";
import { keysOf } from "./words.ts";

/** What a phrase of the language can do in a question. The phrases themselves stand in the language pack. */
export const PHRASE_MEANINGS = [
  // Words that say nothing of which figure is meant.
  "stop",
  "empty",
  // Around a question: behind it stands what all of it is about, "I'm writing about Kent. How many …".
  "sets_topic",
  // What surrounds a question.
  "chat",
  "report",
  "opener",
  // Opens a question where a clause begins with it, and refers back elsewhere ("those who …").
  "asker",
  "negation",
  "exclusion",
  // "In 2022, sorry, 2023": what stands right before it is taken back.
  "correction",
  "follow",
  "anaphora",
  "yes_no",
  // A number behind it is one that is known already: "the 42,000".
  "definite",
  "inclusion",
  // "Regardless of", "no matter whether": what follows narrows nothing, whatever it is.
  "regardless",
  // Closes what is not meant: "…, walk-ins not counted".
  "ruled_out",
  // Opens a clause that tells of the time: "when the strike began, how many …". The second kind does nothing else.
  "clause_time",
  "clause_past",
  // Before a thing it may narrow what is asked for: "for women: how many …".
  "preposition",
  // What may stand inside a name without being part of it.
  "article",
  // Sounds that a speaker makes between two words; frames are read across them.
  "interjection",
  // What a speaker says to themselves between two commas ("how many, you know, fewer"); frames are read across it.
  "filler",
  "abbreviation",
  // What is asked for.
  "claim",
  // Between two numbers: which of them is it?
  "alternative",
  "tag",
  // Asks whether it is so where nothing stands beside it: "Fair?"
  "tag_alone",
  "source",
  "source_word",
  "age",
  // "When was … published": both of them together ask for a figure's age.
  "asking_when",
  // Tells of what is over: "stood at", "were".
  "past",
  "publishing",
  "topic",
  "series",
  "high",
  "low",
  // "the best month": the most of what is wanted, the least of what is not.
  "best",
  "worst",
  // What nobody wants more of: "deaths", "unemployment".
  "ill",
  // Numbers of which 1 is the best: "position", "rank".
  "ordinal_name",
  "rank_time",
  "rank_list",
  // Before a number: how many are to be listed ("what three states …").
  "lister",
  "change",
  "change_up",
  "change_down",
  "level",
  // "How much rice did they grow": what is done to a crop, and no change of it.
  "makes",
  // "Grown", which tells a change behind a "has" only.
  "participle",
  // "How much" of something: a count, where a thing stands right behind it.
  "amount",
  // "Per person": so many for each of them.
  "for_each",
  "perfect",
  // "What share of the deaths were of women": the whole stands before it, the part behind.
  "copula",
  // Right before a name it makes that the one who does it: "what did the new board spend".
  "auxiliary",
  // Behind a percentage: "64% fewer".
  // "The difference between … and …": of two things, or of one at two times.
  "two_sided",
  // "Higher in 2024 than in 2012".
  "than",
  "comparative_up",
  "comparative_down",
  "more",
  "fewer",
  "percent",
  "percent_points",
  // Asks for one of the members without saying of what: "where", "who".
  "asks_member",
  "share",
  // "When did it drop below …", "the first year it topped …": on which side of a number a period is.
  "falls_below",
  "climbs_above",
  "first_time",
  "last_time",
  "several_times",
  "ratio",
  // "the ratio of … to …": in the order in which the two are said.
  "ratio_of",
  "sum",
  // Sums up outright, where "all years" beside it would ask for each.
  "added",
  // "per person": told for each head of a population.
  "per_head",
  // What is told for each of something, and is no plain count.
  "rate",
  // In a measure's name: it is what its siblings are parts of.
  "whole_name",
  "mean",
  // "average … a year", with what is averaged in between.
  "average",
  "per_year",
  // "a day", "weekly": so many in each of them on average.
  "per_day",
  "per_week",
  // "monthly": figures of months are wanted, and no year's.
  "per_month",
  "per_quarter",
  // Before a unit of time: one of them, and no certain one.
  "indefinite",
  // A word for a dimension behind it asks for all its members: "by branch", "each country".
  "each_of",
  // Behind it stands what is taken together, where a sum is asked for: "in total, across all branches".
  "all_of",
  // The same, where a figure of the whole is held: "how many patients, across all wards".
  "taken_together",
  // A part of a name without which it may be another's: "west" of "West Virginia".
  "qualifier",
  "compare",
  // Sets two things side by side: "arrests and removals".
  "join",
  // Asks for a count: "how many fewer".
  "counting",
  // What kind of figure.
  "kind_goal",
  // Says less than "goal" does: a goal where one is held, and nothing where none is.
  "kind_wish",
  "kind_proposal",
  "kind_threshold",
  "kind_capacity",
  "kind_actual",
  "precise",
  // What a named part leaves of its whole: "the rest", "what's left".
  "remainder",
  // "In total?" behind a group of them.
  "whole",
  "full_period",
  "money",
  "time_unit",
  // Asks for a length of time: "how long".
  "duration",
  // In running text. Who tells it follows: "according to".
  "attribution",
  // Sets a number against the one before: "while", "up from".
  "contrast",
  // "When crossings reach": what follows is a rule.
  "condition",
  // "Such arrests": of the group just spoken of.
  "likewise",
  // Beside a percentage: it tells by how much, and which way.
  "up_by",
  "down_by",
  // What makes a number before it an hour, an address, an age.
  "clock",
  "street",
  "old",
  // Around a number that is somebody's age, or which of several: "16 to 24", "65 and over", "under 5", "aged".
  "number_to",
  "number_above",
  "number_over",
  "number_below",
  "number_years",
  "aged",
  // People of an age, who say nothing more beside the age itself: "children aged 5 to 14".
  "people_of_age",
  // Whom a count is of where nobody is said.
  "anybody",
  // To have a price: said of every amount of money.
  "pays",
] as const;
export type PhraseMeaning = (typeof PHRASE_MEANINGS)[number];

/** For each meaning, the phrases that have it. One phrase may have several. */
export type Phrases = ReadonlyMap<PhraseMeaning, PhraseBook<true>>;

export function* readPhrases(
  rows: readonly { readonly phrase: string; readonly meaning: PhraseMeaning }[],
): Turns<Phrases> {
  const byMeaning = Map.groupBy(rows, ({ meaning }) => meaning);
  const phrases = new Map<PhraseMeaning, PhraseBook<true>>();
  for (const meaning of PHRASE_MEANINGS) {
    const own = yield* mapInTurns(
      byMeaning.get(meaning) ?? [],
      ({ phrase }) => [keysOf(phrase), true] as const,
    );
    phrases.set(meaning, phraseBook(own));
    yield;
  }
  return phrases;
}
