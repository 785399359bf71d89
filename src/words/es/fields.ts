/** Labels, hints and examples of form fields, by the use of the field. */
import { type TransactionKind, transactionKinds } from '../../bank/model/index.ts';
import type { ChoiceText, FieldText } from '../text/shapes.ts';
import { moneyKinds } from './common/money-kinds.ts';
import { accountFields } from './common/own-accounts.ts';
import { settingFields } from './common/setting-fields.ts';
import { potFields } from './common/pots.ts';
import { sharedFields } from './shared/index.ts';
import { orderFields } from './orders/forms.ts';
import { noticeSettings } from './replies/notice-settings.ts';
import { requestFields } from './requests.ts';

const bankPassword =
  'Es tu contraseña del **banco**, *nunca la de Discord*. Lo que escribes se ve en tu pantalla.';
const goodPassword = 'Al menos 10 caracteres. Varias palabras van bien.';
const day = { hint: 'AAAA-MM-DD', example: '2026-01-31' };
const oneTimeCode = { label: 'Código', example: 'ABCD-EFGH-JKMN-P' };

const kindChoices = Object.fromEntries(
  transactionKinds.map((kind) => [kind, { label: moneyKinds[kind].many }]),
) as Record<TransactionKind, ChoiceText>;

const labelled = <Name extends string>(labels: Readonly<Record<Name, string>>) =>
  Object.fromEntries(
    Object.entries<string>(labels).map(([name, label]) => [name, { label }]),
  ) as Record<Name, ChoiceText>;

const money = {
  amount: { label: 'Importe', hint: '12 · 12,50 · 1,5k · mitad · todo', example: '12,50' },
  /** Without `half` and `all`. */
  exactAmount: { label: 'Importe', hint: '12 · 12,50 · 1,5k', example: '12,50' },
  accountNumber: { label: 'Número de cuenta', hint: '10 dígitos' },
  toAccount: {
    label: 'A la cuenta',
    name: 'Cuenta',
    hint: 'Número de cuenta, apodo, o la referencia de un pago que devuelves',
  },
  toMember: { label: 'O a un miembro', name: 'Miembro' },
  nickname: {
    label: 'Apodo',
    hint: 'Hasta 32 letras y cifras. Solo tú lo ves.',
    example: 'casero',
  },
  newNickname: {
    label: 'Nuevo apodo',
    hint: 'Hasta 32 letras y cifras. Solo tú lo ves.',
    example: 'casero',
  },
  savedNickname: { label: 'Beneficiario guardado', hint: 'Su apodo' },
  payeeAccount: { label: 'Cuenta', hint: 'Número de cuenta, o una persona a la que has pagado' },
  payeeMember: { label: 'O un miembro', name: 'Miembro' },
  payMember: { label: 'Para', name: 'Miembro' },
  payeeName: {
    label: 'Nombre del beneficiario',
    hint: 'Se compara con la cuenta; puede quedar vacío',
  },
  memo: { label: 'Concepto', hint: 'Lo ven las dos partes' },
  transactionKinds: {
    label: 'Mostrar solo',
    name: 'Tipo',
    choices: kindChoices,
  },
  days: { label: 'Días', hint: 'Los últimos días, por ejemplo 7, 30 o 365' },
  direction: {
    label: 'Sentido',
    choices: { in: { label: 'Entradas' }, out: { label: 'Salidas' } },
  },
  month: { label: 'Mes', hint: '2026-03 o marzo', example: '2026-03' },
  statementFormats: {
    label: 'Formato',
    choices: {
      pdf: { label: 'PDF' },
      csv: { label: 'Hoja de cálculo (CSV)' },
      hledger: { label: 'Contabilidad: hledger, Ledger' },
      beancount: { label: 'Contabilidad: Beancount' },
      ofx: { label: 'Aplicaciones de finanzas (OFX)' },
      camt: { label: 'Bancos (camt.053)' },
    },
  },
  receiptCode: {
    label: 'Código o texto del recibo',
    name: 'Código',
    hint: 'Del recibo, o su texto entero',
  },
  pastMoment: { label: 'Momento', hint: '2026-03-01 o 2026-03-01 14:30', example: '2026-03-01' },
  fromDate: { label: 'Desde', name: 'Primer día', ...day },
  toDate: { label: 'Hasta', name: 'Último día', ...day },
  counterparty: {
    label: 'La otra parte',
    hint: 'Parte del nombre, o los últimos dígitos del número de cuenta',
  },
  sentence: { label: 'Tu pregunta o petición', example: 'Envía 5 a Ben por la pizza' },
  memoText: { label: 'Texto', hint: 'Parte de un concepto' },
  amountRange: { label: 'Importe', hint: '12, «al menos 12», «como máximo 50» o 12–50' },
} satisfies Record<string, FieldText>;

const person = {
  fullName: { label: 'Nombre completo', example: 'Ana García' },
  email: { label: 'Correo electrónico', example: 'ana@example.com' },
  phone: { label: 'Teléfono', hint: 'Con + y el código del país', example: '+34 612 34 56 78' },
  dateOfBirth: { label: 'Fecha de nacimiento', hint: 'AAAA-MM-DD', example: '1990-12-31' },
  gender: {
    label: 'Género',
    choices: {
      female: { label: 'Mujer' },
      male: { label: 'Hombre' },
      other: { label: 'Otro' },
      undisclosed: { label: 'Prefiero no decirlo' },
    },
  },
  noticeKinds: { label: 'Sobre qué', choices: labelled(noticeSettings.categories) },
  noticeWay: { label: 'Cómo', choices: labelled(noticeSettings.ways) },
  noticeThreshold: {
    label: 'Enviar los pagos desde',
    hint: 'Los más pequeños se quedan en el buzón. “no”: se envían todos',
    example: '5',
  },
  quietHours: {
    label: 'Horas de silencio',
    hint: 'Principio y fin. “no”: ninguna',
    example: '22:00-07:00',
  },
  timeZone: { label: 'Zona horaria', hint: 'Tu ciudad o región', example: 'Europe/Madrid' },
  /** Each language by its own name. */
  language: {
    label: 'Idioma',
    choices: {
      discord: { label: 'Como en Discord' },
      en: { label: 'English' },
      de: { label: 'Deutsch' },
      fr: { label: 'Français' },
      es: { label: 'Español' },
      ja: { label: '日本語' },
    },
  },
  terms: {
    label: 'Acepto las condiciones',
    name: 'Condiciones',
    hint: 'El banco guarda estos datos para atenderte. Su moneda no es de curso legal.',
    refusal: 'Para abrir una cuenta, acepta las condiciones: marca la casilla.',
  },
  erasure: {
    label: 'Sé que esto no se puede deshacer',
    name: 'Borrado',
    hint: 'Tu cuenta debe estar vacía',
    refusal: 'Para borrar tus datos, marca la casilla.',
  },
} satisfies Record<string, FieldText>;

const secrets = {
  password: { label: 'Contraseña', notice: bankPassword },
  firstPassword: { label: 'Contraseña', hint: goodPassword, notice: bankPassword },
  firstPasswordAgain: {
    label: 'Repite la contraseña',
    name: 'Segunda contraseña',
    notice: bankPassword,
  },
  newPassword: { label: 'Contraseña nueva', hint: goodPassword, notice: bankPassword },
  newPasswordAgain: {
    label: 'Repite la contraseña nueva',
    name: 'Segunda contraseña',
    notice: bankPassword,
  },
  currentPassword: { label: 'Contraseña actual', notice: bankPassword },
  /** Replaces the password as a proof, for customers with an authenticator app. */
  appProof: {
    label: 'Código',
    hint: 'De tu app, o un código de recuperación',
    notice:
      'Escribe el código de seis dígitos de tu app de autenticación o un código de ' +
      'recuperación. Un código de recuperación solo sirve una vez. Aquí no vale tu contraseña.',
  },
  passkeyName: { label: 'Nombre de la llave', example: 'Mi teléfono' },
  appCode: {
    label: 'Código',
    hint: 'Los seis dígitos que muestra ahora tu app',
    example: '123456',
  },
  emailCode: { ...oneTimeCode, hint: 'Del correo enviado a tu nueva dirección' },
  recoveryCode: { ...oneTimeCode, hint: 'De nuestro correo, o un código de recuperación' },
  unlockCode: {
    ...oneTimeCode,
    hint: 'De nuestro correo tras iniciar sesión, o un código de recuperación',
  },
} satisfies Record<string, FieldText>;

const staff = {
  reason: { label: 'Motivo', hint: 'El cliente puede leerlo' },
  roleReason: { label: 'Motivo', hint: 'El miembro puede leerlo' },
  termsReason: { label: 'Motivo', hint: 'Puede leerlo el resto del personal, no los clientes' },
  reference: {
    label: 'Referencia',
    hint: 'Del justificante o de los movimientos',
    example: '01AB-23CD-45EF-GHJ',
  },
  customerQuery: {
    label: 'Cuenta, teléfono, correo, nombre o ID',
    hint: 'O los 4 últimos dígitos, o palabras enteras de un nombre',
  },
  findMember: { label: 'O un miembro', name: 'Miembro' },
  roleMember: { label: 'Miembro' },
  newUser: { label: 'Nuevo usuario de Discord' },
  discordId: {
    label: 'O un ID de Discord o una mención',
    name: 'ID de Discord o mención',
    hint: 'Para alguien que no está en este servidor',
    example: '123456789012345678',
  },
  side: {
    label: 'Sentido',
    choices: {
      credit: { label: 'Abono', hint: 'Aumenta el saldo del cliente' },
      debit: { label: 'Cargo', hint: 'Reduce el saldo del cliente' },
    },
  },
  role: {
    label: 'Rol en el banco',
    choices: {
      TELLER: { label: 'Cajero', hint: 'Atiende a los clientes' },
      MANAGER: { label: 'Gerente', hint: 'Además aprueba, corrige y asigna roles' },
      AUDITOR: { label: 'Auditor', hint: 'Lee todo, no cambia nada' },
    },
  },
  auditActor: {
    label: 'Hecho por',
    name: 'Autor',
    hint: 'Un ID de Discord o una mención',
    example: '123456789012345678',
  },
  auditAccount: { label: 'Cuenta afectada', hint: '10 dígitos' },
  auditAction: {
    label: 'Acción',
    hint: 'Parte de su nombre, por ejemplo: congelada, rol, depósito',
  },
} satisfies Record<string, FieldText>;

export const fields = {
  ...money,
  ...accountFields,
  ...potFields,
  ...settingFields,
  ...sharedFields,
  ...orderFields,
  ...requestFields,
  ...person,
  ...secrets,
  ...staff,
};
