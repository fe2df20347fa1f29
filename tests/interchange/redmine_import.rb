# Imports a CSV file through Redmine's own pages, as a person would, and prints what became of it as one line of JSON.
# Run by test_export_real_tools.py, which puts the file's content in front: CSV_FILE = "…base64…"
require 'base64'
require 'tempfile'

Redmine::DefaultData::Loader.load('en') if Redmine::DefaultData::Loader.no_data?
ActionController::Base.allow_forgery_protection = false
user = User.find_by_login('admin')
user.password = user.password_confirmation = 'only-for-tests'
user.must_change_passwd = false
user.save!(validate: false)
tracker = Tracker.first
key = "shadow#{Time.now.to_i}"
project = Project.create!(name: key, identifier: key, enabled_module_names: %w(issue_tracking wiki), trackers: [tracker])
project.wiki || Wiki.create!(project: project, start_page: 'Wiki')
field = IssueCustomField.find_by_name('Shadow ID') ||
        IssueCustomField.create!(name: 'Shadow ID', field_format: 'string', is_for_all: true, trackers: Tracker.all)

file = Tempfile.new(['shadow', '.csv'])
file.binmode
file.write(Base64.decode64(CSV_FILE))
file.close

browser = ActionDispatch::Integration::Session.new(Rails.application)
browser.host! 'localhost'
browser.post '/login', params: {username: 'admin', password: 'only-for-tests'}
upload = Rack::Test::UploadedFile.new(file.path, 'text/csv')
browser.post '/imports', params: {type: 'IssueImport', project_id: project.identifier, file: upload}
import = Import.order(:id).last
page = "/imports/#{import.to_param}"
settings = {separator: ',', wrapper: '"', encoding: 'UTF-8', date_format: '%Y-%m-%d'}
browser.post "#{page}/settings", params: {import_settings: settings}
browser.get "#{page}/mapping"
chosen = Nokogiri::HTML(browser.response.body).css('select[name^="import_settings[mapping]"]').to_h do |box|
  [box['name'][/\[([^\]]+)\]\z/, 1], box.at_css('option[selected]')&.[]('value')]
end
mapping = chosen.compact.merge('project_id' => project.id.to_s, 'tracker' => "value:#{tracker.id}", 'create_categories' => '1')
browser.post "#{page}/mapping", params: {import_settings: {mapping: mapping}}
browser.post "#{page}/run" until Import.find(import.id).finished?

class Showing < ApplicationController; end
def tags(issue)
  %w(textile markdown common_mark).to_h do |markup|
    Setting.text_formatting = markup
    helpers = Showing.new.tap { |each| each.request = ActionDispatch::TestRequest.create }.helpers
    shown = Nokogiri::HTML.fragment(helpers.textilizable(issue, :description))
    [markup, {tags: shown.css('*').map(&:name).uniq.sort, lines: shown.css('li').map { |each| each.text.strip }}]
  end
end

before = Setting.text_formatting
issues = import.saved_objects.map do |issue|
  {
    subject: issue.subject, priority: issue.priority.name, category: issue.category&.name, due: issue.due_date&.to_s,
    hours: issue.estimated_hours, shadow: issue.custom_field_value(field), shown: tags(issue)
  }
end
Setting.text_formatting = before
browser.get "/projects/#{project.identifier}/issues.csv", params: {c: ['all_inline'], encoding: 'UTF-8'}
puts({mapped: chosen.compact.keys, unsaved: import.unsaved_items.pluck(:message), issues: issues, list: browser.response.body}.to_json)
