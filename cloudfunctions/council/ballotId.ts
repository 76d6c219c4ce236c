import { documentId } from '../../domain/id/documentId'

/** One id for each topic and voter: the database itself refuses a second ballot. */
export const ballotId = (topicId: string, personId: string): string => documentId('b', topicId, personId)
