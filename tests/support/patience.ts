// A browser or a cold function may take seconds on a machine with other work, and there any test may stand still for some:
// how long one takes says nothing about the product.
jest.setTimeout(60_000)
