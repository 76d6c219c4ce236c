import { parseEjson } from './ejson'
import type { Order } from './sortDocuments'
import type { Transaction } from './transaction'
import type { Document } from './value'

/** What an operation cost: documents read from the file, and documents it gave or changed. */
export interface Usage {
  examined: number
  returned: number
}

/** A document as it was found: its stored EJSON, decoded when asked for. */
export class Held {
  private decoded?: Document

  constructor(readonly text: string) {}

  get document(): Document {
    return (this.decoded ??= parseEjson<Document>(this.text))
  }
}

export interface Found {
  found: Held[]
  usage: Usage
}

export interface FindOptions {
  order?: Order
  offset?: number
  limit?: number
  transaction?: Transaction
}
