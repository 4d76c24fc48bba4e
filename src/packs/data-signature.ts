import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** Names that begin with a dot are being written, or an editor's own. */
const isShown = ({ name }: { readonly name: string }): boolean => !name.startsWith(".");

const filesIn = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter(isShown).map(({ name }) => join(folder, name));
};

/**
 * A text that differs when a file of a pack or of the language pack was written, came or went: names, sizes and
 * times, which are looked at rather than listened for, since shared folders send no notices. Never throws.
 */
export const dataSignature = async (dataDir: string): Promise<string> => {
  const folders = await filesIn(dataDir);
  const files = (await Promise.all(folders.map(filesIn))).flat();
  const seen = await Promise.all(
    files.map(async (file) => {
      const found = await stat(file).catch(() => null);
      return found === null ? file : `${file} ${found.size} ${found.mtimeMs} ${found.ino}`;
    }),
  );
  return seen.toSorted().join("\n");
};
