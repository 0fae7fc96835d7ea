import { adopt } from './adopt.ts'
import { check } from './check.ts'
import type { Command } from './command.ts'
import { completion } from './completion.ts'
import { explain } from './explain.ts'
import { inject } from './inject.ts'
import { lint } from './lint.ts'
import { rules } from './rules.ts'
import { serve } from './serve.ts'

/** Every command of the program, in the order of its help. */
export const commands: readonly Command[] = [serve, inject, lint, explain, adopt, rules, check, completion]
