/** A file as people write them, of objects in the namespace `demo` or in none. */
export interface AuthoredManifest {
  readonly name: string
  readonly text: string
}

const label = 'bond-injector.io/bond: bond-net1'

/** Pods in the layouts of published manifests. All of them are completed, or are none of ours. */
export const authoredManifests: readonly AuthoredManifest[] = [
  {
    name: 'comments, a list in two spaces, and an annotation with blanks',
    text: `# our gateway
apiVersion: v1
kind: Pod
metadata:
  name: gateway        # in production
  namespace: demo
  labels:
    app: gateway
    ${label}   # two ports
  annotations:
    # the networks
    k8s.v1.cni.cncf.io/networks: sriovnet1, sriovnet2
spec:
  containers:
    - name: app
      image: example.com/app
      resources:
        limits:
          cpu: 1
          memory: 1Gi   # enough
# the end
`,
  },
  {
    name: 'a list in JSON over lines, in a literal block',
    text: `apiVersion: v1
kind: Pod
metadata:
  name: literal
  labels: {${label}}
  annotations:
    k8s.v1.cni.cncf.io/networks: |
      [
        {"name": "sriovnet1", "interface": "net1"},
        {"name": "sriovnet2", "interface": "net2"}
      ]
spec:
  containers: [{name: app, image: example.com/app}]
`,
  },
  {
    name: 'a list in JSON in single quotes, continued without indentation',
    text: `apiVersion: v1
kind: Pod
metadata:
  name: quoted
  labels:
    ${label}
  annotations:
    k8s.v1.cni.cncf.io/networks: '[
{ "name": "sriovnet1" },
{ "name": "sriovnet2" },
{ "name": "bond-net1", "ips": ["10.0.0.5/24"] }
]'
spec:
  containers:
  - name: app
    image: example.com/app
`,
  },
  {
    name: 'a list in JSON in double quotes with escapes',
    text: `apiVersion: v1
kind: Pod
metadata:
  name: escaped
  labels:
    ${label}
  annotations:
    k8s.v1.cni.cncf.io/networks: "[{\\"name\\": \\"sriovnet1\\"}, {\\"name\\": \\"sriovnet2\\"}]"
    bond-injector.io/links: "sriovnet1, sriovnet2"
spec:
  containers:
  - name: app
    image: example.com/app
`,
  },
  {
    name: 'a folded list, and a list in plain text over two lines',
    text: `apiVersion: v1
kind: Pod
metadata:
  name: folded
  labels:
    ${label}
  annotations:
    k8s.v1.cni.cncf.io/networks: >-
      demo/sriovnet1@net1,
      demo/sriovnet2@net2
spec:
  containers:
  - {name: app, image: example.com/app}
---
apiVersion: v1
kind: Pod
metadata:
  name: plain
  labels:
    ${label}
  annotations:
    k8s.v1.cni.cncf.io/networks: demo/sriovnet1@net1,
      demo/sriovnet2@net2
spec:
  containers:
  - {name: app, image: example.com/app}`,
  },
  {
    name: 'CRLF, a byte order mark and no line break at the end',
    text: `\uFEFF${['apiVersion: v1', 'kind: Pod', 'metadata:', '  name: windows', '  labels:', `    ${label}`, 'spec:', '  containers:', '  - name: app', '    image: example.com/app'].join('\r\n')}`,
  },
  {
    name: 'empty annotations, resources and requests',
    text: `apiVersion: v1
kind: Pod
metadata:
  name: empty
  labels:
    "bond-injector.io/bond": 'bond-net1'
  annotations:
spec:
  containers:
  - name: app
    image: example.com/app
    resources: {}
  - name: second
    image: example.com/app
    resources:
      requests: # none
      limits: ~
`,
  },
  {
    name: 'init containers, a sidecar and devices asked for in part',
    text: `apiVersion: v1
kind: Pod
metadata:
  name: several
  labels:
    ${label}
spec:
  initContainers:
  - name: first
    image: example.com/app
  - name: proxy
    image: example.com/app
    restartPolicy: Always
    resources:
      limits:
        openshift.io/port0: 1
  containers:
  - name: app
    image: example.com/app
    resources: {requests: {cpu: 100m}, limits: {cpu: 200m, 'openshift.io/port1': "1"}}
  - image: example.com/app
    name: logs
`,
  },
  {
    name: 'a pod that shares nothing but an anchored image, and scalars of YAML 1.1',
    text: `apiVersion: v1
kind: Pod
metadata:
  name: anchored
  labels: &labels
    ${label}
spec:
  enableServiceLinks: no
  terminationGracePeriodSeconds: 0o17
  containers:
  - name: app
    image: &image example.com/app
  - name: second
    image: *image
    env:
    - {name: "ON", value: "on"}
`,
  },
  {
    name: 'a document of kustomize, its keys in order',
    text: `apiVersion: v1
kind: Pod
metadata:
  annotations:
    k8s.v1.cni.cncf.io/networks: '[{"name":"sriovnet1","namespace":"demo"},{"name":"sriovnet2","namespace":"demo"},{"name":"bond-net1","namespace":"demo","interface":"bond0"}]'
    kubernetes.io/description: |
      first line

      last line
  labels:
    app.kubernetes.io/name: web
    ${label}
  name: kustomized
  namespace: demo
spec:
  containers:
  - image: example.com/app
    name: app
    securityContext:
      capabilities:
        add:
        - NET_RAW
`,
  },
  {
    name: 'a List of JSON',
    text: `{
    "apiVersion": "v1",
    "kind": "List",
    "items": [
        {
            "apiVersion": "v1",
            "kind": "Pod",
            "metadata": {"name": "listed", "labels": {"bond-injector.io/bond": "bond-net1"}},
            "spec": {"containers": [{"name": "app", "image": "example.com/app"}]}
        },
        {
            "apiVersion": "v1",
            "kind": "Pod",
            "metadata": {
                "name": "not-ours",
                "labels": {
                    "app": "web"
                }
            },
            "spec": {
                "containers": [
                    {
                        "name": "app",
                        "image": "example.com/app"
                    }
                ]
            }
        }
    ]
}`,
  },
  {
    name: 'what kubectl create --dry-run=client writes',
    text: `apiVersion: v1
kind: Pod
metadata:
  creationTimestamp: null
  labels:
    ${label}
    run: web
  name: web
spec:
  containers:
  - image: example.com/app
    name: web
    resources: {}
  dnsPolicy: ClusterFirst
  restartPolicy: Always
status: {}
`,
  },
  {
    name: 'nulls, which the API server drops',
    text: `apiVersion: v1
kind: Pod
metadata:
  name: nulls
  namespace: null
  resourceVersion: null
  labels:
    app:
    ${label}
  annotations:
    cni-args: null
    k8s.v1.cni.cncf.io/networks:
spec:
  hostNetwork: null
  initContainers: null
  containers:
  - name: app
    image: example.com/app
    resources: null
  - name: second
    image: example.com/app
    resources:
      limits:
        openshift.io/port0: null
`,
  },
  {
    name: 'only nulls for the list of networks',
    text: `apiVersion: v1
kind: Pod
metadata:
  name: no-list
  labels:
    ${label}
  annotations:
    k8s.v1.cni.cncf.io/networks: ~
    bond-injector.io/links: ~
    bond-injector.io/bonds: ~
spec:
  containers:
  - name: app
    image: example.com/app
`,
  },
  {
    name: 'a label without a value, for the only bond of the namespace, and a link list without one',
    text: `apiVersion: v1
kind: Pod
metadata:
  name: no-value
  labels:
    bond-injector.io/bond:
  annotations:
    bond-injector.io/bonds: bond-net1
    bond-injector.io/links:
spec:
  containers:
  - name: app
    image: example.com/app
`,
  },
]
