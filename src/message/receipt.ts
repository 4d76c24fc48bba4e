/**
 * What the newsroom's own archive says of one cited figure: the sentence that the printed number stands in,
 * that its paragraph no longer has the number, or that no archived text is at hand.
 */
export type Receipt =
  | { readonly figure: string; readonly state: "found"; readonly sentence: string }
  | { readonly figure: string; readonly state: "missing"; readonly sentence: null }
  | { readonly figure: string; readonly state: "no_archive"; readonly sentence: null };
