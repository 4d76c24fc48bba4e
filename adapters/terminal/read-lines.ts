/**
 * The lines of a stream of bytes, one at a time, so that a file of any length passes through.
 * Only "\n" and "\r\n" end a line: JSON may hold the other separators inside a string, where node:readline cuts.
 */
export async function* readLines(bytes: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of bytes) {
    const text = typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield line.endsWith("\r") ? line.slice(0, -1) : line;
  }
  if (rest !== "") yield rest;
}
