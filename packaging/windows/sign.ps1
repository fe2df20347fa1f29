# Sign files with the certificate of SHADOW_SIGN_PFX (base64 of a .pfx) and SHADOW_SIGN_PASSWORD.
#   packaging/windows/sign.ps1 FILE [FILE ...]
# In plain ASCII and without newer words, so that Windows' own PowerShell 5.1 reads it, too: Inno Setup calls that.
param([Parameter(Mandatory = $true, ValueFromRemainingArguments = $true)][string[]] $Files)
$ErrorActionPreference = "Stop"
$certificate = Join-Path ([IO.Path]::GetTempPath()) ("shadow-signing-" + [Guid]::NewGuid().ToString("N") + ".pfx")
$tool = Get-ChildItem "${env:ProgramFiles(x86)}\Windows Kits\10\bin\*\x64\signtool.exe" | Sort-Object FullName | Select-Object -Last 1
if ($null -eq $tool) { throw "signtool is missing: install the Windows SDK." }
try {
    [IO.File]::WriteAllBytes($certificate, [Convert]::FromBase64String($env:SHADOW_SIGN_PFX))
    & $tool.FullName sign /f $certificate /p $env:SHADOW_SIGN_PASSWORD /fd sha256 /td sha256 /tr http://timestamp.digicert.com /d Shadow $Files
    if ($LASTEXITCODE -ne 0) { throw "signtool ended with $LASTEXITCODE." }
}
finally {
    Remove-Item -Force -ErrorAction SilentlyContinue $certificate
}
