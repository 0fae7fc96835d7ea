import { applyPatch } from 'diff'
import t from 'tap'
import { fixDiff } from '../../../src/manifests/fix/fix-diff.ts'
import { fixing } from './fixed.ts'

const diffOf = (text: string) => fixing({ 'a.yaml': text }).files.map(fixDiff).join('')

t.test('old lines together, and the new ones behind them', async t => {
  const page = 'apiVersion: v1\n  kind: Pod\n  metadata:\n    name: a\n'
  const diff = diffOf(page)
  t.equal(
    diff,
    `--- a/a.yaml
+++ b/a.yaml
@@ -1,4 +1,4 @@
 apiVersion: v1
-  kind: Pod
-  metadata:
-    name: a
+kind: Pod
+metadata:
+  name: a
`,
  )
  t.equal(applyPatch(page, diff), 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n')
})

t.test('lines that do not change between others stay out of it', async t => {
  const text = 'apiVersion: v1\nkind: Pod\nmetadata: <1>\n  name: a\n  namespace: b\nspec: <2>\n  containers: []'
  const diff = diffOf(text)
  t.equal(
    diff.replace(/^.*\n.*\n/, ''),
    `@@ -1,7 +1,7 @@
 apiVersion: v1
 kind: Pod
-metadata: <1>
+metadata:
   name: a
   namespace: b
-spec: <2>
+spec:
   containers: []
\\ No newline at end of file
`,
  )
})

t.test('nothing of a file that stays', async t => t.equal(diffOf('apiVersion: v1\nkind: Pod\n'), ''))
