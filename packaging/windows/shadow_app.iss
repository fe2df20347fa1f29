; The Windows installer: for one person, without administrator rights. Inno Setup 6.3 or newer.
;   iscc /DVersion=0.1.0 /DAppId=org.shadow_app.Shadow packaging\windows\shadow_app.iss
; `python dev.py package installer` calls it so. Silent: /VERYSILENT /SUPPRESSMSGBOXES /NORESTART, for all: /ALLUSERS.
#ifndef Version
  #error Say /DVersion=...; the version has one place, src/shadow_app/__init__.py.
#endif
#ifndef AppId
  #error Say /DAppId=...; the name has one place, packaging/pack_project.py.
#endif
#ifndef Frozen
  #define Frozen "..\..\build\frozen-bundle\shadow-app"
#endif
#ifndef Publisher
  #define Publisher "The Shadow project"
#endif

[Setup]
AppId={#AppId}
AppName=Shadow
AppVersion={#Version}
AppPublisher={#Publisher}
DefaultDirName={autopf}\Shadow
DefaultGroupName=Shadow
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=commandline
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
OutputBaseFilename=shadow-app-{#Version}-windows-setup
SetupIconFile=..\..\build\icons\shadow-app.ico
UninstallDisplayIcon={app}\Shadow.exe
LicenseFile=..\..\LICENSE
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
ChangesAssociations=yes
ChangesEnvironment=yes
CloseApplications=yes
; The PATH is offered to one person only, see [Tasks].
UsedUserAreasWarning=no
#ifdef Sign
; Signed by the compiler and not afterwards, so that setup's own copies and the uninstaller are signed, too.
SignTool=shadow
SignedUninstaller=yes
#endif

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"

[CustomMessages]
en.OnPath=shadow-app on the command line (PATH)
de.OnPath=shadow-app auf der Kommandozeile (PATH)
en.HandOver=Shadow hand-over file
de.HandOver=Shadow-Übergabedatei

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"; Flags: unchecked
Name: "path"; Description: "{cm:OnPath}"; Flags: unchecked; Check: not IsAdminInstallMode

[InstallDelete]
; What an older version brought and this one does not.
Type: filesandordirs; Name: "{app}\_internal"
Type: filesandordirs; Name: "{app}\licences"

[Files]
Source: "{#Frozen}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\Shadow"; Filename: "{app}\Shadow.exe"
Name: "{autodesktop}\Shadow"; Filename: "{app}\Shadow.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.shadow"; ValueType: string; ValueData: "ShadowApp.HandOver"; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\.shadow"; ValueType: string; ValueName: "Content Type"; ValueData: "application/vnd.shadow-app.hand-over"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.shadow\OpenWithProgids"; ValueType: string; ValueName: "ShadowApp.HandOver"; ValueData: ""; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\ShadowApp.HandOver"; ValueType: string; ValueData: "{cm:HandOver}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\ShadowApp.HandOver\DefaultIcon"; ValueType: string; ValueData: "{app}\Shadow.exe,0"
Root: HKA; Subkey: "Software\Classes\ShadowApp.HandOver\shell\open\command"; ValueType: string; ValueData: """{app}\Shadow.exe"" --open ""%1"""
Root: HKCU; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: path; Check: NotInPath('{app}')

[Run]
Filename: "{app}\Shadow.exe"; Description: "{cm:LaunchProgram,Shadow}"; Flags: nowait postinstall skipifsilent

[Code]
function NotInPath(Folder: string): Boolean;
var
  Path: string;
begin
  if not RegQueryStringValue(HKEY_CURRENT_USER, 'Environment', 'Path', Path) then
    Path := '';
  Result := Pos(';' + Uppercase(ExpandConstant(Folder)) + ';', ';' + Uppercase(Path) + ';') = 0;
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
var
  Path, Folder: string;
begin
  { Only our own entry leaves the PATH; the store and the settings are the person's and stay. }
  if (Step = usPostUninstall) and RegQueryStringValue(HKEY_CURRENT_USER, 'Environment', 'Path', Path) then
  begin
    Folder := ';' + ExpandConstant('{app}');
    if StringChangeEx(Path, Folder, '', True) > 0 then
      RegWriteExpandStringValue(HKEY_CURRENT_USER, 'Environment', 'Path', Path);
  end;
end;
