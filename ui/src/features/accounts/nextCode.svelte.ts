// The recovery code that takes the used one's place: it is shown over the page, once the supervisor is back in.

export const nextCode = $state({ groups: [] as readonly string[] });
