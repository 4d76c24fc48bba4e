import { once } from "node:events";
import type { Writable } from "node:stream";

/** Writes text and waits while the reader is behind, so that a long answer list does not pile up in memory. */
export const write = async (stream: Writable, text: string): Promise<void> => {
  if (!stream.write(text)) await once(stream, "drain");
};

/** A reader that stops reading, as `head` does, ends the program quietly; any other fault of a stream does not. */
export const endQuietlyWithReader = (stream: Writable, exit: (code: number) => void): void => {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    exit(0);
  });
};
