/** The package ships no types; its README gives these two. */
declare module "wink-lemmatizer" {
  const lemmatizer: { readonly noun: (word: string) => string; readonly verb: (word: string) => string };
  export default lemmatizer;
}
