import type { Store } from '../engine/store'

/** A message that was sent to a phone. */
export interface OutboxEntry {
  id: number
  /** ms */
  at: number
  kind: string
  openid: string
  body: unknown
}

/** What WeChat's services keep, beside the documents in the same file: messages sent, and permissions to send them. */
export class PlatformStore {
  constructor(private readonly store: Store) {}

  put(kind: string, at: number, openid: string, body: unknown): void {
    this.store
      .sql('INSERT INTO outbox (at, kind, openid, body) VALUES (?,?,?,?)')
      .run(at, kind, openid, JSON.stringify(body))
  }

  /** Newest first. */
  outbox(limit = 100): OutboxEntry[] {
    const rows = this.store
      .sql('SELECT id, at, kind, openid, body FROM outbox ORDER BY id DESC LIMIT ?')
      .all(limit) as (Omit<OutboxEntry, 'body'> & { body: string })[]
    return rows.map(({ id, at, kind, openid, body }) => ({
      id,
      at,
      kind,
      openid,
      body: JSON.parse(body) as unknown,
    }))
  }

  addCredit(openid: string, template: string): void {
    this.store
      .sql('INSERT INTO credits VALUES (?,?,1) ON CONFLICT DO UPDATE SET left=left+1')
      .run(openid, template)
  }

  /** Takes one permission; `false` when there is none. */
  spendCredit(openid: string, template: string): boolean {
    return (
      this.store
        .sql('UPDATE credits SET left=left-1 WHERE openid=? AND template=? AND left>0')
        .run(openid, template).changes > 0
    )
  }
}
