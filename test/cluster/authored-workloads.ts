import type { AuthoredManifest } from './authored-manifests.ts'

const template = `  template:
    metadata:
      labels:
        app: web
        bond-injector.io/bond: bond-net1
    spec:
      containers:
      - name: app
        image: example.com/app
        ports:
        - containerPort: 8080
`
const selected = `  selector:
    matchLabels:
      app: web
${template}`
const job = template.replace('    spec:\n', '    spec:\n      restartPolicy: Never\n')

/** One workload of every kind, behind a Service, as Helm prints them. */
export const authoredWorkloads: readonly AuthoredManifest[] = [
  workload('apps/v1', 'Deployment', `  replicas: 2\n${selected}`),
  workload('apps/v1', 'ReplicaSet', selected),
  workload('apps/v1', 'StatefulSet', `  serviceName: web\n${selected}`),
  workload('apps/v1', 'DaemonSet', selected),
  workload('v1', 'ReplicationController', `  selector:\n    app: web\n${template}`),
  workload('batch/v1', 'Job', job),
  workload(
    'batch/v1',
    'CronJob',
    `  schedule: "0 3 * * *"\n  jobTemplate:\n    spec:\n${job.replaceAll(/^(?=.)/gm, '    ')}`,
  ),
]

function workload(apiVersion: string, kind: string, spec: string): AuthoredManifest {
  const text = `---
# Source: web/templates/service.yaml
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
  - port: 80
---
# Source: web/templates/${kind.toLowerCase()}.yaml
apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: web
spec:
${spec}`
  return { name: `a ${kind}, behind a Service`, text }
}
