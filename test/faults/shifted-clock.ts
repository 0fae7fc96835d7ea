// Imported by a replica whose clock is to be wrong: SHIFT_SECONDS says by how much. Only what JavaScript sees of the
// time of day is shifted; a monotonic clock does not change when somebody sets the time.
const shift = Number(process.env['SHIFT_SECONDS']) * 1000
const RealDate = Date

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args: readonly unknown[], newTarget) =>
    Reflect.construct(target, args.length === 0 ? [RealDate.now() + shift] : args, newTarget) as Date,
  apply: () => new RealDate(RealDate.now() + shift).toString(),
  get: (target, key, receiver): unknown =>
    key === 'now' ? () => RealDate.now() + shift : Reflect.get(target, key, receiver),
})
