import { currentCall } from './currentCall'

/** Replaces `Date` by one that shows each call the time of its environment. */
export const givePerCallClock = (): void => {
  const RealDate = Date
  const now = () => RealDate.now() + (currentCall.getStore()?.offset ?? 0)
  const ShiftedDate = new Proxy(RealDate, {
    apply: () => new RealDate(now()).toString(),
    construct: (target, args: [], newTarget) =>
      Reflect.construct(target, args.length ? args : [now()], newTarget as typeof Date) as object,
    get: (target, name, receiver) =>
      name === 'now' ? now : (Reflect.get(target, name, receiver) as unknown),
  })
  // `new Date().constructor` is the shifted one too.
  Object.defineProperty(RealDate.prototype, 'constructor', {
    value: ShiftedDate,
    writable: true,
    configurable: true,
  })
  globalThis.Date = ShiftedDate
}
