/** Where in a text something was read: start and end offsets in UTF-16 units, end excluded. */
export type Span = readonly [start: number, end: number];

/** A phrase of a dictionary found in a text, with what it means and where it stands. */
export type Found<Meaning> = { readonly meaning: Meaning; readonly text: string; readonly at: Span };
