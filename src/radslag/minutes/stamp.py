"""The electronic stamp (elektronisk stämpel): the installation's own key seals the PDF. It is nobody's signature."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfReadError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

FIELD = "Stampel"
REASON = "Elektronisk stämpel: visar att filen är oförändrad. Inte någons underskrift."


@dataclass(frozen=True)
class Check:
    """What a look at a stamped file says. ``whole``: not one byte has changed since; ``ours``: by this key."""

    whole: bool
    ours: bool
    fingerprint: str
    stamped_at: datetime | None


class NotStamped(Exception):
    """The file bears no stamp."""


def make_key(folder: Path, organisation: str) -> None:
    """Make the installation's key and its self-signed certificate in ``folder``, unless they are there (0600).

    A certificate whose key is gone (a restore without keys) stays under another name: it still tells which files
    this installation has stamped.
    """
    key_file, certificate_file = folder / "stamp.key.pem", folder / "stamp.cert.pem"
    if key_file.exists():
        return
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if certificate_file.exists():
        certificate_file.rename(folder / f"stamp-{fingerprint(folder)[:16]}.cert.pem")
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([
        x509.NameAttribute(NameOID.COUNTRY_NAME, "SE"),
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation[:64]),
        x509.NameAttribute(NameOID.COMMON_NAME, "Elektronisk stämpel, Rådslag"),
    ])  # fmt: skip
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(minutes=5))
        .not_valid_after(now + timedelta(days=3650))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(True, True, False, False, False, False, False, False, False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False)
        .sign(key, hashes.SHA256())
    )
    _write(certificate_file, certificate.public_bytes(serialization.Encoding.PEM))
    _write(
        key_file,
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()),
    )


def fingerprint(folder: Path) -> str:
    """Give the certificate's SHA-256 fingerprint in hex."""
    return _certificate(folder).sha256.hex()


def stamped(pdf: bytes, folder: Path, *, place: str) -> bytes:
    """Stamp the PDF with the key in ``folder``; the file's other bytes stay as they are (an incremental update)."""
    out = BytesIO()
    writer = _MetadataKept(BytesIO(pdf))
    field = fields.SigFieldSpec(FIELD, on_page=0, box=None, readable_field_name="Elektronisk stämpel")
    signers.PdfSigner(
        signers.PdfSignatureMetadata(
            field_name=FIELD,
            reason=REASON,
            location=place,
            subfilter=fields.SigSeedSubFilter.PADES,
            md_algorithm="sha256",
        ),
        signer=_signer(folder),
        new_field_spec=field,
    ).sign_pdf(writer, output=out)
    return out.getvalue()


def check(pdf: bytes, folder: Path) -> Check:
    """Look at the stamp: whole, and by a key of ``folder``, now or before? Raises :class:`NotStamped` without one."""
    found = PdfFileReader(BytesIO(pdf)).embedded_signatures
    if not found:
        raise NotStamped
    ours = [load_cert_from_pemder(str(path)) for path in sorted(folder.glob("stamp*.cert.pem"))]
    status = validate_pdf_signature(
        found[0], signer_validation_context=ValidationContext(trust_roots=ours, allow_fetching=False)
    )
    return Check(
        whole=bool(status.intact and status.valid and status.coverage and status.coverage.name == "ENTIRE_FILE"),
        ours=status.signing_cert.dump() in [one.dump() for one in ours],
        fingerprint=status.signing_cert.sha256.hex(),
        stamped_at=status.signer_reported_dt,
    )


def is_whole(pdf: bytes, folder: Path) -> bool:
    """Say whether the file bears the stamp of the key in ``folder`` and has not been changed since."""
    try:
        seen = check(pdf, folder)
    except (NotStamped, PdfReadError, ValueError):
        return False
    return seen.whole and seen.ours


def sealed_in(pdf: bytes) -> tuple[str, int, str]:
    """Read which journal entry the paper stands on: stream, number and seal, from the document's keywords.

    Raises ``ValueError`` when the file says nothing of it.
    """
    info = PdfFileReader(BytesIO(pdf)).trailer_view["/Info"]
    words = str(info["/Keywords"]) if "/Keywords" in info else ""
    said = dict(part.strip().split(":", 1) for part in words.split(",") if ":" in part)
    try:
        return said["journal"], int(said["number"]), said["seal"]
    except KeyError as missing:
        raise ValueError(f"the file names no {missing}") from missing


class _MetadataKept(IncrementalPdfFileWriter):
    """Leaves the XMP as typst wrote it: rewritten, it would no longer follow PDF/A's rules for its own schemas."""

    def _update_meta(self) -> None:
        pass


def _signer(folder: Path) -> signers.SimpleSigner:
    signer: signers.SimpleSigner = signers.SimpleSigner.load(
        str(folder / "stamp.key.pem"), str(folder / "stamp.cert.pem"), key_passphrase=None
    )
    return signer


def _certificate(folder: Path) -> Any:
    return load_cert_from_pemder(str(folder / "stamp.cert.pem"))


def _write(path: Path, content: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
