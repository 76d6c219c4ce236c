// Whole-system tests: a browser or a cold function may take seconds on a busy machine.
jest.setTimeout(60_000)
