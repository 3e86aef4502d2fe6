/** Where the API is: a mock or the real server, every contract under its id. */
export const server = import.meta.env.VITE_API ?? 'http://127.0.0.1:4010';
