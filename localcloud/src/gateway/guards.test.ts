import type { IncomingMessage } from 'node:http'
import { refuseForeignName } from './guards'

const asks = (host: string, bound: string, names: string[] = []) => {
  refuseForeignName({ headers: { host } } as IncomingMessage, bound, names)
  return true
}

it('answers to any address of its own when it is told to listen to the network', () => {
  for (const host of ['192.168.1.7:7300', '[fe80::1]:7300', 'localhost:7300', '127.0.0.1'])
    expect(asks(host, '0.0.0.0')).toBe(true)
})

it('answers to names only when they are listed', () => {
  expect(() => asks('desk.example:7300', '0.0.0.0')).toThrow('list the name under "hosts"')
  expect(asks('desk.example:7300', '0.0.0.0', ['desk.example'])).toBe(true)
  expect(asks('desk.example', 'desk.example')).toBe(true)
  expect(() => asks('desk.example', '127.0.0.1', ['desk.example'])).toThrow('not to desk.example')
})
