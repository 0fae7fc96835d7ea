import { readdir, readFile } from 'node:fs/promises'

/**
 * User and system time of a process and all its threads, in microseconds. From the scheduler's own clock, since
 * /proc/<pid>/stat rounds the same figure to hundredths of a second.
 */
export async function cpuMicroseconds(pid: number): Promise<number> {
  const tasks = `/proc/${pid}/task`
  const times = await Promise.all(
    (await readdir(tasks)).map(async task =>
      Number((await readFile(`${tasks}/${task}/schedstat`, 'utf8')).split(' ')[0]),
    ),
  )
  return times.reduce((sum, nanoseconds) => sum + nanoseconds, 0) / 1000
}

export interface Memory {
  readonly resident: number
  /** The highest that it ever was. */
  readonly peak: number
}

/** In MiB. */
export async function memoryOf(pid: number): Promise<Memory> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const mebibytes = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) / 1024
  return { resident: mebibytes('VmRSS'), peak: mebibytes('VmHWM') }
}

/** One sentence where this machine cannot tell what a process uses. */
export async function unmeasurable(): Promise<string | undefined> {
  const here = `this is ${process.platform}`
  const used = await cpuMicroseconds(process.pid).catch(() => undefined)
  if (used === undefined) return `CPU is read from Linux' /proc/<pid>/task/*/schedstat, and ${here} without it`
  return used > 0 ? undefined : `CPU is read from /proc/<pid>/task/*/schedstat, and this kernel keeps it at 0`
}
