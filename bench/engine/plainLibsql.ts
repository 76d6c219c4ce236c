import Database from 'libsql'
import type { Document } from '../../localcloud/src/engine/value'
import { documentAt, pageOf } from './manyDocuments'

/** What one would write by hand for these three questions, with the same guarantee for a write. */
export class PlainLibsql {
  private readonly db: Database.Database
  private readonly statements: Record<'find' | 'count' | 'insert', Database.Statement>

  constructor(file: string, size: number, groups: number) {
    this.db = new Database(file)
    this.db
      .exec(`PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536; PRAGMA mmap_size=0x7fff0000;
      CREATE TABLE docs (id TEXT PRIMARY KEY, body TEXT NOT NULL);
      CREATE INDEX group_key ON docs (json_extract(body, '$.group'), json_extract(body, '$.key'));`)
    const group = "json_extract(body, '$.group')"
    const key = "json_extract(body, '$.key')"
    this.statements = {
      find: this.db.prepare(
        `SELECT body FROM docs WHERE ${group}=? AND ${key}>? ORDER BY ${key} LIMIT ${pageOf}`,
      ),
      count: this.db.prepare(`SELECT count(*) n FROM docs WHERE ${group}=?`),
      insert: this.db.prepare('INSERT INTO docs VALUES (?,?)'),
    }
    this.db.exec('BEGIN')
    for (let n = 0; n < size; n++) this.insert(documentAt(n, groups))
    this.db.exec('COMMIT')
  }

  find(group: string, after: string): string[] {
    return (this.statements.find.all(group, after) as { body: string }[]).map(({ body }) => body)
  }

  count(group: string): number {
    return (this.statements.count.get(group) as { n: number }).n
  }

  insert(document: Document): void {
    this.statements.insert.run(document._id, JSON.stringify(document))
  }

  close(): void {
    this.db.close()
  }
}
