; The Windows installer: for one person, without administrator rights. Inno Setup 6.3 or newer.
;   iscc /DVersion=0.1.0 /DFrozen=build\frozen-bundle\shadow-app packaging\windows\shadow_app.iss
; `python dev.py package installer` calls it so. Silent: /VERYSILENT /SUPPRESSMSGBOXES /NORESTART, for all: /ALLUSERS.
#ifndef Version
  #error Say /DVersion=…; the version has one place, src/shadow_app/__init__.py.
#endif
#ifndef Frozen
  #define Frozen "..\..\build\frozen-bundle\shadow-app"
#endif
#ifndef Publisher
  #define Publisher "The Shadow project"
#endif

[Setup]
AppId={{6E0C2A52-6F0B-5C5E-9C80-6B7B0F5D3A11}
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
#ifdef Sign
SignTool=shadow
SignedUninstaller=yes
#endif

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"; Flags: unchecked
Name: "path"; Description: "shadow-app on the command line (PATH)"; Flags: unchecked

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
Root: HKA; Subkey: "Software\Classes\.shadow"; ValueType: string; ValueData: "ShadowApp.HandOver"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\ShadowApp.HandOver"; ValueType: string; ValueData: "Shadow hand-over file"; Flags: uninsdeletekey
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
