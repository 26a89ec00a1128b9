type Stream = Pick<NodeJS.WriteStream, 'isTTY' | 'write' | 'columns'>

/** Where a command runs, as `process` says it. */
export interface CommandContext {
  readonly env: NodeJS.ProcessEnv
  readonly stdout: Pick<Stream, 'write'>
  readonly stderr: Stream
}
