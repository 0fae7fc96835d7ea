import type { AdmissionAnswer } from '../../src/admission/answer.ts'
import type { Handler } from '../../src/admission/handler.ts'
import type { AdmissionRequest } from '../../src/admission/request.ts'
import { fieldsOf } from '../../src/bonding/json-fields.ts'
import type { ManifestObject } from '../../src/manifests/manifest-object.ts'
import { visibleText } from '../../src/manifests/visible-text.ts'
import { type Answer, answerOf } from './answer.ts'
import { namespace } from './judges.ts'

/** A name that the API server takes is shorter. */
const longestSubject = 400

/** The answer of one endpoint to the creation of an object. */
export function ask(handler: Handler, about: Answer['about'], object: ManifestObject): Answer {
  const request = creationOf(object)
  const subject = `${object.kind} ${request.namespace}/${request.name}`.slice(0, longestSubject)
  return answerOf(about, visibleText(subject), atOnce(handler(request, 0)))
}

/** What the API server sends when an object is made. */
function creationOf(object: ManifestObject): AdmissionRequest {
  const [version = '', group = ''] = object.apiVersion.split('/').toReversed()
  const own = object.namespace ?? namespace
  const metadata = fieldsOf(object.value['metadata'])
  const generateName = metadata?.['generateName']
  return {
    uid: '',
    operation: 'CREATE',
    kind: { group, version, kind: object.kind },
    subResource: '',
    name: object.name ?? (typeof generateName === 'string' ? generateName : ''),
    namespace: own,
    dryRun: true,
    // The API server has filled in the namespace before it asks anybody.
    object: { ...object.value, metadata: { ...metadata, namespace: own } },
    oldObject: null,
  }
}

function atOnce(answer: AdmissionAnswer | Promise<AdmissionAnswer>): AdmissionAnswer {
  if (answer instanceof Promise)
    throw new Error('a catalogue that is complete, and an answer that has to be waited for')
  return answer
}
