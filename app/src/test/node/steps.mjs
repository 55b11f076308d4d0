// What more than one walk through the console does.

export async function signIn(page, token) {
  await heading(page, 'Sign in');
  await page.getByLabel('Access token').fill(token);
  await page.getByRole('button', { name: 'Use this token' }).click();
}

export function heading(page, name) {
  return page.getByRole('heading', { level: 1, name }).waitFor();
}

export function gone(locator) {
  return locator.waitFor({ state: 'detached' });
}

export async function expect(holds, otherwise) {
  if (!holds) {
    throw new Error(otherwise);
  }
}
