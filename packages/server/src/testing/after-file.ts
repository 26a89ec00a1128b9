const ends: (() => unknown)[] = []

/**
 * Has something ended when the calling test file is over. Vitest's `afterAll` does it only where files are collected;
 * called while they run, as inside `beforeAll`, it is never heard.
 */
export function afterFile(end: () => unknown): void {
  ends.push(end)
}

/** Ends what a test file asked for, the last first. */
export async function endFile(): Promise<void> {
  for (const end of ends.splice(0).reverse()) await end()
}

/** Closes this when the calling test file is over. */
export function closedAfterFile<Open extends { close: () => unknown }>(open: Open): Open {
  afterFile(() => open.close())
  return open
}
