import { readdirSync } from 'node:fs'
import type { EventLoop } from './event-loop.ts'
import type { Figure } from './figures.ts'

/** What the process uses, under the names that all Prometheus clients use. */
export function processFigures(eventLoop: EventLoop, version: string): readonly Figure[] {
  return [
    {
      name: 'bond_injector_build_info',
      help: 'Always 1. Which version runs.',
      label: 'version',
      read: () => new Map([[version, 1]]),
    },
    {
      name: 'bond_injector_event_loop_delay_seconds',
      help: 'How long what is ready waited for its turn, within the last whole ten seconds.',
      label: 'quantile',
      read: () => {
        const { median, p99, longest } = eventLoop.delay
        return new Map([
          ['0.5', median],
          ['0.99', p99],
          ['1', longest],
        ])
      },
    },
    {
      name: 'nodejs_version_info',
      help: 'Always 1. The version of Node.js.',
      label: 'version',
      read: () => new Map([[process.version, 1]]),
    },
    ...usage,
  ]
}

const usage: readonly Figure[] = [
  {
    name: 'process_cpu_seconds_total',
    help: 'User and system time.',
    read: () => {
      const { user, system } = process.cpuUsage()
      return (user + system) / 1e6
    },
  },
  { name: 'process_resident_memory_bytes', help: 'Resident memory.', read: () => process.memoryUsage.rss() },
  { name: 'nodejs_heap_size_used_bytes', help: 'JavaScript objects.', read: () => process.memoryUsage().heapUsed },
  { name: 'nodejs_external_memory_bytes', help: 'Buffers and others.', read: () => process.memoryUsage().external },
  { name: 'process_open_fds', help: 'File descriptors and sockets open.', read: openFiles },
  {
    name: 'process_start_time_seconds',
    help: 'When the process started, since the epoch.',
    read: () => performance.timeOrigin / 1000,
  },
]

/** Linux only. */
function openFiles(): number | undefined {
  try {
    // One of them is the folder itself.
    return readdirSync('/proc/self/fd').length - 1
  } catch {
    return undefined
  }
}
