import { broken, doubtful, fine, type Remark, type Situation } from './remark.ts'

/** The name that the SR-IOV operator gives its configuration (pkg/consts/constants.go). */
const operators = 'network-resources-injector-config'

/**
 * The network-resources-injector counts the networks of the annotation that it sees (pkg/webhook/webhook.go):
 *
 *   called   --devices=add                        --devices=leave
 *   before   the author's; we add the rest        the author's; nobody adds the rest
 *   twice    the same, but it honours: once more   all, but no more of a resource that is there
 *   after    all; it honours: doubled             all
 */
export function judgeResourcesInjector(situation: Situation): Remark {
  const { called, devices } = situation
  if (devices === 'add') return called === 'before' ? countsFirst(situation) : addsOnTop(situation)
  switch (called) {
    case 'before':
      return countsTooEarly(situation)
    case 'twice':
      return countsAgain(situation)
    case 'after':
      return fine(
        `${name(situation)} is called after bond-injector: it sees the links and, with --devices=leave, adds their devices, to the first container`,
      )
  }
}

function countsFirst(situation: Situation): Remark {
  return fine(
    `${name(situation)} is called before bond-injector: it counts the networks of the author, and bond-injector adds the devices that are missing`,
  )
}

function addsOnTop(situation: Situation): Remark {
  const { configuration, called } = situation
  const when = called === 'after' ? 'after bond-injector' : 'before bond-injector and once more after it'
  const alone = `${name(situation)} is called ${when}: it leaves devices alone that are there already`
  if (configuration === operators && called === 'after') {
    return fine(
      `${alone}, as the SR-IOV operator runs it; should it run with --honor-resources, use --devices=leave, or pods get twice as many`,
    )
  }
  return doubtful(
    `${alone}, but if it runs with --honor-resources, pods get more than they need`,
    called === 'after'
      ? 'If it does, run bond-injector with --devices=leave; otherwise nothing needs to be done'
      : 'If it does, set its reinvocationPolicy to Never; otherwise nothing needs to be done',
  )
}

function countsTooEarly(situation: Situation): Remark {
  const problem = `${name(situation)} is called before bond-injector and not again, so with --devices=leave it adds no devices for the links`
  const fix = `Run bond-injector with --devices=add, or give its configuration a name that sorts before ${situation.configuration}`
  return situation.isHelped
    ? doubtful(`${problem}, and whether another webhook does is not known`, fix)
    : broken(problem, fix)
}

function countsAgain(situation: Situation): Remark {
  const unless = situation.hasConditions
    ? 'unless its matchConditions left the pod out the first time'
    : 'but none of a resource that the pod requests already'
  return doubtful(
    `${name(situation)} is called before bond-injector and once more after it: then, with --devices=leave, it adds devices for the links, ${unless}`,
    `Run bond-injector with --devices=add, or give its configuration a name that sorts before ${situation.configuration}`,
  )
}

function name({ configuration }: Situation): string {
  return `network-resources-injector (${configuration})`
}

/** With --devices=leave somebody else must add them, and the one who usually does is not there. */
export function injectorMissing(isHelped: boolean): Remark {
  const fix =
    'Run bond-injector with --devices=add, or install what is to add them so that it is called after bond-injector'
  const problem = 'with --devices=leave another webhook must add devices'
  return isHelped
    ? doubtful(
        `${problem}; the network-resources-injector is not there, and whether another one adds them is not known`,
        fix,
      )
    : broken(`${problem}, and none is called after bond-injector`, fix)
}
