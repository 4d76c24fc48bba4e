/** What people write around a question without changing it. None of it names anything that could be asked for. */

/** Whole sentences in front of the question. */
export const PREAMBLES = [
  "Good morning!",
  "Hi there, hope you are well.",
  "Quick one before the meeting.",
  "Sorry to bother you again.",
  "I am on deadline, so this is urgent.",
  "My editor wants this by six.",
  "We are putting together a sidebar for tomorrow's paper.",
  "Long day, and the coffee machine is broken again.",
  "I was reading through my notes on the train and lost a page.",
  "You were a great help last time.",
  "Not sure whether this is the right place to ask.",
  "Hey, me again!",
  "I need a number for a graphic.",
  "The copy desk has a query.",
  "I can't find this anywhere.",
  "Bear with me, I am new here.",
  "This is for the evening bulletin.",
  "Two of us in the newsroom are arguing about this.",
  "Before I file, I want to be sure.",
  "ok so here goes.",
  "A reader called in and asked.",
  "Hello from the night shift.",
  "I promise this is the last one today.",
  "Let's settle a bet.",
  "I have a quick question for you:",
  "Checking something for a colleague who is out sick.",
] as const;

export const POLITE_BEFORE = [
  "Please tell me: ",
  "Could you help me with this, please: ",
  "Would you mind looking this up for me? ",
  "If you don't mind: ",
  "Please: ",
  "Kindly look this up: ",
  "I would be grateful to know: ",
] as const;

export const POLITE_AFTER = [
  " Thanks!",
  " Thank you very much.",
  " Many thanks in advance.",
  " Please.",
  " Cheers!",
  " thx",
  " Much appreciated.",
] as const;

export const FILLERS_BEFORE = [
  "um, ",
  "so ",
  "ok so ",
  "well, ",
  "hmm, ",
  "right, so ",
  "hey so ",
  "er, ",
] as const;

export const FILLERS_AFTER = [
  ", if you know",
  ", you know?",
  " lol",
  ", just wondering",
  " hmm",
  ", curious",
] as const;

export const FILLERS_WITHIN = ["like", "uh", "you know", "um"] as const;

/** The short and the long form of the same words. */
export const CONTRACTIONS = [
  ["what's", "what is"],
  ["who's", "who is"],
  ["where's", "where is"],
  ["how's", "how is"],
  ["that's", "that is"],
  ["there's", "there is"],
  ["it's", "it is"],
  ["i'm", "i am"],
  ["i've", "i have"],
  ["isn't", "is not"],
  ["can't", "cannot"],
  ["didn't", "did not"],
  ["don't", "do not"],
] as const;
