// What the console knows of each cloud: its name and the fields of its account.

export const CLOUDS = {
  aws: {
    name: 'Amazon Web Services',
    short: 'AWS',
    fields: [
      { member: 'role', label: 'Role', hint: 'The ARN of the role that the platform assumes.', placeholder: 'arn:aws:iam::123456789012:role/Keystead' },
    ],
  },
  azure: {
    name: 'Microsoft Azure',
    short: 'Azure',
    fields: [
      { member: 'tenant', label: 'Tenant', hint: 'Its id, or a domain that it has verified. It cannot be changed later.', placeholder: 'contoso.com', fixed: true },
      { member: 'clientId', label: 'Client id', hint: 'The id of the application.', placeholder: '00000000-0000-0000-0000-000000000000' },
      { member: 'key', label: 'Key', hint: 'The client secret. It is sealed, and never shown again.', secret: true },
    ],
  },
  gcp: {
    name: 'Google Cloud',
    short: 'Google Cloud',
    fields: [
      { member: 'project', label: 'Project', hint: 'The id of the project, not its number.', placeholder: 'acme-production' },
    ],
  },
};

/** A small mark with the cloud's name. */
export function cloudName(type) {
  return CLOUDS[type]?.short ?? type;
}
