/** The package ships no types; `steps` is its count of slips between two words. */
declare module "damerau-levenshtein" {
  const compare: (one: string, other: string) => { readonly steps: number };
  export default compare;
}
