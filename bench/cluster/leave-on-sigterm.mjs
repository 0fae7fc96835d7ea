// Imported by the bare webhook where its profile is taken: Node writes one only at an end of its own.
process.on('SIGTERM', () => process.exit(0))
