import fc from 'fast-check'
import { damaged, listText, objectText, recordText, valueText } from './random-json.ts'
import { type JsonText, numberText, scalarText, stringText } from './random-json-scalar.ts'

const names = ['"sriovnet1"', '"bond-net1"', '"demo"', '"net1"', '""', '"a.b"', '"@"']
const macs = [
  '"02:00:00:00:00:01"',
  '"02-00-00-00-00-01"',
  '"0200.0000.0001"',
  '"020000000001"',
  '"02:00:00:00:00:00:00:01"',
  '"zz"',
  '"02:00:00:00:00"',
  '"2:0:0:0:0:1"',
  '""',
  '" 02:00:00:00:00:01"',
]
const addresses = [
  '"10.0.0.5"',
  '"10.0.0.5/24"',
  '"10.0.0.5/024"',
  '"010.0.0.5"',
  '"fd00::1/64"',
  '"fd00::1"',
  '"::ffff:1.2.3.4"',
  '"fe80::1%eth0"',
  '"10.0.0.5/33"',
  '"10.0.0.5/+24"',
  '"10.0.0.5/"',
  '"/24"',
  '"10.0.0"',
  '"1:2:3:4:5:6:7::"',
  '"1:2:3:4:5:6:7:8:9"',
  '":::"',
  '""',
  '"10.0.0.5/255.255.255.0"',
]

const text = fc.constantFrom(...names)
const mac = fc.constantFrom(...macs)
const address = fc.constantFrom(...addresses)
const fields: Readonly<Record<string, JsonText>> = {
  name: text,
  namespace: text,
  interface: text,
  interfaceRequest: text,
  mac,
  'infiniband-guid': mac,
  ips: listText(fc.oneof({ arbitrary: address, weight: 6 }, fc.constant('null'))),
  portMappings: listText(recordText({ hostPort: numberText, containerPort: numberText, protocol: text, hostIP: text })),
  bandwidth: recordText({
    ingressRate: numberText,
    ingressBurst: numberText,
    egressRate: numberText,
    egressBurst: numberText,
  }),
  deviceID: stringText,
  'cni-args': objectText(fc.tuple(stringText, valueText)),
  'default-route': listText(fc.oneof(address, fc.constant('null'))),
  unknown: valueText,
}

/** The JSON form of the networks annotation. */
export const annotationText: JsonText = damaged(
  fc.oneof(
    { arbitrary: listText(fc.oneof({ arbitrary: recordText(fields, 5), weight: 12 }, scalarText)), weight: 20 },
    recordText(fields),
    valueText,
  ),
)

/** Cases in which Multus is known to surprise. */
export const knownAnnotations = [
  '[]',
  '{"name":"a"}',
  '[{"name":"a"}] x',
  // It looks into an element that is not there, and panics; a wrong type further on is reported before that.
  '[null]',
  '[{"name":"a"},null]',
  '[null,{"mac":"zz"}]',
  '[null,{"name":1}]',
  // A null changes nothing in a text or in the element of a list that was there before.
  '[{"name":"a","interface":"x","interface":null}]',
  '[{"ips":["1.2.3.4","1.2.3.5"],"name":"a","ips":[null,null]}]',
  '[{"name":"a","default-route":["",null]}]',
  '[{"name":"a","bandwidth":{"ingressRate":1.5}}]',
]
