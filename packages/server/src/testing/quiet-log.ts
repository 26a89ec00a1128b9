const write = process.stderr.write.bind(process.stderr)

// A line for each request with errors would bury what tests report.
process.stderr.write = ((chunk: Uint8Array | string, ...rest: never[]) =>
  String(chunk).includes('"level":"info"') || write(chunk, ...rest)) as typeof write
